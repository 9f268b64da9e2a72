// AVX2: 32 bytes at a time. Its shuffles look up tables of 16, so a hash is looked up in two halves.

#include "tables.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

struct table256 {
  __m256i low, high;  // each twice, once for each half of a vector
};

// A hash a byte, in halves.
struct halves256 {
  __m256i low, high;
};

AVX2 static inline __m256i load(const uint8_t *bytes) {
  return _mm256_loadu_si256((const __m256i *)bytes);
}

AVX2 static inline __m256i load_twice(const uint8_t *table) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table));
}

AVX2 static inline struct table256 load_table(const struct cscan_tables *tables, int pair) {
  struct table256 loaded = {load_twice(tables->low[pair]), load_twice(tables->high[pair])};
  return loaded;
}

AVX2 static inline __m256i look_up(struct table256 table, struct halves256 hashes) {
  return _mm256_and_si256(_mm256_shuffle_epi8(table.low, hashes.low),
                          _mm256_shuffle_epi8(table.high, hashes.high));
}

// The bytes that stand `count` places before those of `current`; `previous` are the 32 before them.
#define BYTES_BEFORE(count, previous, current) \
  _mm256_alignr_epi8(current, _mm256_permute2x128_si256(previous, current, 0x21), 16 - (count))

AVX2 static inline struct halves256 hash_pairs(__m256i first, __m256i current) {
  __m256i folded = _mm256_and_si256(first, _mm256_set1_epi8((char)0xDF));
  __m256i shifted = _mm256_and_si256(_mm256_slli_epi16(current, 3), _mm256_set1_epi8((char)0xF8));
  __m256i hashes = _mm256_xor_si256(folded, shifted);
  __m256i half = _mm256_set1_epi8(15);
  struct halves256 halves = {_mm256_and_si256(hashes, half),
                             _mm256_and_si256(_mm256_srli_epi16(hashes, 4), half)};
  return halves;
}

// The sum of 32 counts of a byte each.
AVX2 static inline size_t sum_of_bytes(__m256i counts) {
  __m256i sums = _mm256_sad_epu8(counts, _mm256_setzero_si256());
  return (size_t)(_mm256_extract_epi64(sums, 0) + _mm256_extract_epi64(sums, 1) +
                  _mm256_extract_epi64(sums, 2) + _mm256_extract_epi64(sums, 3));
}

// Looks at four pairs of a window: the second shares its bytes with its neighbours, and lets what
// the others let through pass, nearly always.
AVX2 void cscan_avx2(const struct search *search, size_t to, struct cscan_progress *progress) {
  const struct table256 table0 = load_table(search->tables, 0);
  const struct table256 table2 = load_table(search->tables, 2);
  const struct table256 table3 = load_table(search->tables, 3);
  const struct table256 table4 = load_table(search->tables, 4);
  const __m256i zero = _mm256_setzero_si256();
  size_t block = progress->position;
  __m256i current = load(search->bytes + block - 32);
  struct halves256 hashes = hash_pairs(BYTES_BEFORE(1, current, current), current);
  __m256i previous0 = look_up(table0, hashes);
  __m256i previous2 = look_up(table2, hashes);
  __m256i previous3 = look_up(table3, hashes);
  while (to - progress->position >= 32 && has_room_for_block(search, progress)) {
    size_t end = to - block < 32 * BLOCKS_OF_A_RUN ? to : block + 32 * BLOCKS_OF_A_RUN;
    struct passed_blocks passed;
    passed.count = 0;
    // Counted in bytes: a run has fewer blocks than a byte can count.
    __m256i newlines = zero;
    for (; end - block >= 32; block += 32) {
      current = load(search->bytes + block);
      newlines = _mm256_sub_epi8(newlines, _mm256_cmpeq_epi8(current, _mm256_set1_epi8('\n')));
      // Loaded once more rather than shifted: half of these loads read two cache lines, and yet they
      // cost less than the two shuffles would.
      hashes = hash_pairs(load(search->bytes + block - 1), current);
      __m256i current0 = look_up(table0, hashes);
      __m256i current2 = look_up(table2, hashes);
      __m256i current3 = look_up(table3, hashes);
      __m256i shared = look_up(table4, hashes);
      shared = _mm256_and_si256(shared, BYTES_BEFORE(1, previous3, current3));
      shared = _mm256_and_si256(shared, BYTES_BEFORE(2, previous2, current2));
      shared = _mm256_and_si256(shared, BYTES_BEFORE(4, previous0, current0));
      __m256i none = _mm256_cmpeq_epi8(shared, zero);
      pass_block(&passed, block, (uint32_t)~_mm256_movemask_epi8(none));
      previous0 = current0;
      previous2 = current2;
      previous3 = current3;
    }
    finish_run(search, progress, &passed, block, sum_of_bytes(newlines));
  }
}

#endif
