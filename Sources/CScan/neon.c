// NEON, which every 64-bit ARM has: 16 bytes at a time. A table of 16 is one instruction, so a hash
// is looked up in two halves, as with AVX2.

#include "tables.h"

#if defined(__aarch64__)

#include <arm_neon.h>

struct table128 {
  uint8x16_t low, high;
};

// A hash a byte, in halves.
struct halves128 {
  uint8x16_t low, high;
};

static inline struct table128 load_table(const struct cscan_tables *tables, int pair) {
  struct table128 loaded = {vld1q_u8(tables->low[pair]), vld1q_u8(tables->high[pair])};
  return loaded;
}

static inline uint8x16_t look_up(struct table128 table, struct halves128 hashes) {
  return vandq_u8(vqtbl1q_u8(table.low, hashes.low), vqtbl1q_u8(table.high, hashes.high));
}

// The bytes that stand `count` places before those of `current`; `previous` are the 16 before them.
#define BYTES_BEFORE(count, previous, current) vextq_u8(previous, current, 16 - (count))

static inline struct halves128 hash_pairs(uint8x16_t previous, uint8x16_t current) {
  uint8x16_t folded = vandq_u8(BYTES_BEFORE(1, previous, current), vdupq_n_u8(0xDF));
  uint8x16_t hashes = veorq_u8(folded, vshlq_n_u8(current, 3));
  struct halves128 halves = {vandq_u8(hashes, vdupq_n_u8(15)), vshrq_n_u8(hashes, 4)};
  return halves;
}

// Bit i is set where byte i is not zero.
static inline uint64_t places_of(uint8x16_t shared) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t set = vandq_u8(vtstq_u8(shared, shared), bits);
  return (uint64_t)vaddv_u8(vget_low_u8(set)) | (uint64_t)vaddv_u8(vget_high_u8(set)) << 8;
}

void cscan_neon(const struct search *search, size_t to, struct cscan_progress *progress) {
  const struct table128 table0 = load_table(search->tables, 0);
  const struct table128 table1 = load_table(search->tables, 1);
  const struct table128 table2 = load_table(search->tables, 2);
  const struct table128 table3 = load_table(search->tables, 3);
  const struct table128 table4 = load_table(search->tables, 4);
  size_t block = progress->position;
  uint8x16_t previous = vld1q_u8(search->bytes + block - 16);
  struct halves128 hashes = hash_pairs(vdupq_n_u8(0), previous);
  uint8x16_t previous0 = look_up(table0, hashes);
  uint8x16_t previous1 = look_up(table1, hashes);
  uint8x16_t previous2 = look_up(table2, hashes);
  uint8x16_t previous3 = look_up(table3, hashes);
  while (to - block >= 16 && has_room_for_block(search, progress)) {
    // Newlines are counted in bytes, so after 255 blocks at the latest the counts are added up.
    size_t some = to - block < 255 * 16 ? to : block + 255 * 16;
    uint8x16_t newlines = vdupq_n_u8(0);
    for (; some - block >= 16 && has_room_for_block(search, progress); block += 16) {
      uint8x16_t current = vld1q_u8(search->bytes + block);
      newlines = vsubq_u8(newlines, vceqq_u8(current, vdupq_n_u8('\n')));
      hashes = hash_pairs(previous, current);
      uint8x16_t current0 = look_up(table0, hashes);
      uint8x16_t current1 = look_up(table1, hashes);
      uint8x16_t current2 = look_up(table2, hashes);
      uint8x16_t current3 = look_up(table3, hashes);
      uint8x16_t shared = look_up(table4, hashes);
      shared = vandq_u8(shared, BYTES_BEFORE(1, previous3, current3));
      shared = vandq_u8(shared, BYTES_BEFORE(2, previous2, current2));
      shared = vandq_u8(shared, BYTES_BEFORE(3, previous1, current1));
      shared = vandq_u8(shared, BYTES_BEFORE(4, previous0, current0));
      if (__builtin_expect(vmaxvq_u8(shared) != 0, 0)) {
        add_candidates(search, progress, block, places_of(shared));
      }
      previous = current;
      previous0 = current0;
      previous1 = current1;
      previous2 = current2;
      previous3 = current3;
    }
    progress->newlines += vaddlvq_u8(newlines);
  }
  progress->position = block;
}

#endif
