#ifndef CSCAN_TABLES_H
#define CSCAN_TABLES_H

// What the kernels share; not seen outside of CScan.

#include <string.h>

#include "cscan.h"

enum {
  PAIRS = CSCAN_WINDOW - 1,
  GRAM_BYTES = 8192,
  ROOM_OF_A_BLOCK = 64,
};

// Tables are numbered by pair, from the first of a window to its last. A window that is shorter than
// CSCAN_WINDOW stands at the end; pairs before it have its bucket in every entry.
struct cscan_tables {
  uint8_t wide[PAIRS][128];   // by the low 7 bits of the hash; a bit a bucket
  uint64_t rows[128];         // the same, all pairs of a hash in one word, the first lowest
  uint8_t low[PAIRS][16];     // by the low 4 bits
  uint8_t high[PAIRS][16];    // by the high 4 bits; in these two a bucket has a hash if both have it
  uint8_t grams[GRAM_BYTES];  // a bitmap by the hash of a window's last 6, 4 or 3 bytes
};

// The last bytes of a word, for a window of at least that many: bits to shift the others out.
enum { LAST_6 = 16, LAST_4 = 32, LAST_3 = 40 };

static inline unsigned gram_shift(size_t window_length) {
  return window_length >= 6 ? LAST_6 : window_length >= 4 ? LAST_4 : LAST_3;
}

// A place in the bitmap, in bits, for the bytes that `shift` leaves. Multiplication by an odd
// constant (2^64 divided by the golden ratio) spreads them over the high bits.
static inline size_t gram_place(uint64_t last_eight, unsigned shift) {
  uint64_t folded = (last_eight & 0xDFDFDFDFDFDFDFDFu) >> shift;
  return (size_t)(((folded + shift) * 0x9E3779B97F4A7C15u) >> 48);
}

static inline unsigned gram_is_known(const struct cscan_tables *tables, uint64_t last_eight,
                                     unsigned shift) {
  size_t place = gram_place(last_eight, shift);
  return tables->grams[place >> 3] >> (place & 7) & 1;
}

// The eight bytes that end with bytes[last], the last one highest; zeros before the text's start.
static inline uint64_t last_eight_bytes(const uint8_t *bytes, size_t last) {
  uint64_t word = 0;
  if (last >= 7) {
    memcpy(&word, bytes + last - 7, 8);
  } else {
    memcpy((uint8_t *)&word + 7 - last, bytes, last + 1);
  }
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

// 1 where the bytes that end with bytes[last] pass the second filter, else 0. Without branches.
static inline unsigned may_end_window(const struct cscan_tables *tables, const uint8_t *bytes,
                                      size_t last) {
  uint64_t word = last_eight_bytes(bytes, last);
  return gram_is_known(tables, word, LAST_6) | gram_is_known(tables, word, LAST_4) |
         gram_is_known(tables, word, LAST_3);
}

// One call of cscan_candidates, as the kernels pass it on.
struct search {
  const struct cscan_tables *tables;
  const uint8_t *bytes;
  size_t *candidates;
  size_t room;
};

// Adds the places of a block that the first filter lets through: bit i of `places` is block + i.
static inline void add_candidates(const struct search *search, struct cscan_progress *progress,
                                  size_t block, uint64_t places) {
  for (; places != 0; places &= places - 1) {
    size_t last = block + (size_t)__builtin_ctzll(places);
    search->candidates[progress->candidates] = last;
    progress->candidates += may_end_window(search->tables, search->bytes, last);
  }
}

// The blocks of a run in which the first filter let something through, kept until the run is over: a
// vector loop that asked at each block would wait for a mispredicted branch at every one of them.
enum { BLOCKS_OF_A_RUN = 64 };

struct passed_blocks {
  size_t count;
  uint64_t places[BLOCKS_OF_A_RUN + 1];  // the last is written, and never counted
  size_t blocks[BLOCKS_OF_A_RUN + 1];
};

// Without branches.
static inline void pass_block(struct passed_blocks *passed, size_t block, uint64_t places) {
  passed->places[passed->count] = places;
  passed->blocks[passed->count] = block;
  passed->count += places != 0;
}

static inline int has_room_for_block(const struct search *search,
                                     const struct cscan_progress *progress) {
  return progress->candidates + ROOM_OF_A_BLOCK <= search->room;
}

// Adds the places of a run that ended at `end` with so many newlines. Where the room ends first,
// progress->position is the block that found none, and the newlines are those before it.
static inline void finish_run(const struct search *search, struct cscan_progress *progress,
                              const struct passed_blocks *passed, size_t end, size_t newlines) {
  for (size_t i = 0; i < passed->count; i++) {
    if (!has_room_for_block(search, progress)) {
      newlines = cscan_count_newlines(search->bytes, progress->position, passed->blocks[i]);
      end = passed->blocks[i];
      break;
    }
    add_candidates(search, progress, passed->blocks[i], passed->places[i]);
  }
  progress->position = end;
  progress->newlines += newlines;
}

// Each goes on from progress->position to `to`, or to where the room ends. The vector kernels want
// to begin at an address that is a multiple of their block (64 bytes, 32, 16) with another block of
// the text before it; they take whole blocks and leave the rest to the scalar one.
void cscan_scalar(const struct search *search, size_t to, struct cscan_progress *progress);
void cscan_avx2(const struct search *search, size_t to, struct cscan_progress *progress);
void cscan_avx512(const struct search *search, size_t to, struct cscan_progress *progress);
void cscan_neon(const struct search *search, size_t to, struct cscan_progress *progress);

#endif
