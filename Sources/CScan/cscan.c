#include "cscan.h"

#include <stdlib.h>

#include "tables.h"

struct cscan_tables *cscan_tables_create(void) { return calloc(1, sizeof(struct cscan_tables)); }

void cscan_tables_destroy(struct cscan_tables *tables) { free(tables); }

static void add_pair(struct cscan_tables *tables, int pair, uint8_t hash, unsigned wide_bucket,
                     unsigned nibble_bucket) {
  uint8_t bit = (uint8_t)(1u << (nibble_bucket & 7));
  tables->wide[pair][hash & 127] |= (uint8_t)(1u << wide_bucket);
  tables->low[pair][nibble_bucket >> 3][hash & 15] |= bit;
  tables->high[pair][nibble_bucket >> 3][hash >> 4] |= bit;
}

void cscan_tables_add(struct cscan_tables *tables, const uint8_t *window, size_t length,
                      unsigned wide_bucket, unsigned nibble_bucket) {
  for (int pair = 0; pair < PAIRS; pair++) {
    size_t before_end = (size_t)(CSCAN_WINDOW - 2 * pair);
    if (before_end <= length) {
      const uint8_t *first = window + length - before_end;
      add_pair(tables, pair, cscan_pair(first[0], first[1]), wide_bucket, nibble_bucket);
    } else {
      for (int hash = 0; hash < 256; hash++) {
        add_pair(tables, pair, (uint8_t)hash, wide_bucket, nibble_bucket);
      }
    }
  }
  size_t place = gram_place(last_eight_bytes(window, length - 1), gram_shift(length));
  tables->grams[place >> 3] |= (uint8_t)(1u << (place & 7));
}

// The buckets that pair `pair` of a window that ends at `last` may belong to.
static inline uint8_t buckets(const struct search *search, int pair, size_t last) {
  size_t back = (size_t)(2 * (PAIRS - 1 - pair));
  uint8_t first = last >= back + 1 ? search->bytes[last - back - 1] : 0;
  uint8_t second = last >= back ? search->bytes[last - back] : 0;
  return search->tables->wide[pair][cscan_pair(first, second) & 127];
}

void cscan_scalar(const struct search *search, size_t to, struct cscan_progress *progress) {
  while (progress->position < to && has_room_for_block(search, progress)) {
    size_t block = progress->position;
    size_t length = to - block < ROOM_OF_A_BLOCK ? to - block : ROOM_OF_A_BLOCK;
    uint64_t places = 0;
    for (size_t i = 0; i < length; i++) {
      size_t last = block + i;
      progress->newlines += search->bytes[last] == '\n';
      uint8_t shared =
          buckets(search, 2, last) & buckets(search, 1, last) & buckets(search, 0, last);
      places |= (uint64_t)(shared != 0) << i;
    }
    add_candidates(search, progress, block, places);
    progress->position = block + length;
  }
}

int cscan_runs(enum cscan_kernel kernel) { return kernel == CSCAN_SCALAR; }

struct cscan_progress cscan_candidates(enum cscan_kernel kernel, const struct cscan_tables *tables,
                                       const uint8_t *bytes, size_t from, size_t to,
                                       size_t *candidates, size_t room) {
  struct search search = {tables, bytes, candidates, room};
  struct cscan_progress progress = {from, 0, 0};
  (void)kernel;
  cscan_scalar(&search, to, &progress);
  return progress;
}

size_t cscan_first_newline(const uint8_t *bytes, size_t from, size_t to) {
  if (from >= to) return to;
  const uint8_t *found = memchr(bytes + from, '\n', to - from);
  return found ? (size_t)(found - bytes) : to;
}

// Eight bytes at a time: the C library's memrchr is not everywhere. A byte of `other` is zero where
// the text has a newline; the sum below sets the high bit of all other bytes.
size_t cscan_last_newline(const uint8_t *bytes, size_t from, size_t to) {
  size_t end = to;
  while (end >= from + 8) {
    uint64_t word;
    memcpy(&word, bytes + end - 8, 8);
    uint64_t other = word ^ 0x0A0A0A0A0A0A0A0Au;
    uint64_t is_other = ((other & 0x7F7F7F7F7F7F7F7Fu) + 0x7F7F7F7F7F7F7F7Fu) | other;
    if ((~is_other & 0x8080808080808080u) != 0) break;
    end -= 8;
  }
  while (end > from) {
    if (bytes[--end] == '\n') return end;
  }
  return to;
}
