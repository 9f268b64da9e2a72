#include "cscan.h"

#include <stdlib.h>
#include <string.h>

#include "tables.h"

struct cscan_tables *cscan_tables_create(void) { return calloc(1, sizeof(struct cscan_tables)); }

void cscan_tables_destroy(struct cscan_tables *tables) { free(tables); }

static void add_hash(struct cscan_tables *tables, size_t pair, unsigned hash, uint8_t bucket_bit) {
  tables->wide[pair][hash & 127] |= bucket_bit;
  tables->rows[hash & 127] |= (uint64_t)bucket_bit << (8 * pair);
  tables->low[pair][hash & 15] |= bucket_bit;
  tables->high[pair][hash >> 4] |= bucket_bit;
}

void cscan_tables_add(struct cscan_tables *tables, const uint8_t *window, size_t length,
                      unsigned bucket) {
  uint8_t bucket_bit = (uint8_t)(1u << bucket);
  size_t unknown = CSCAN_WINDOW - length;
  for (size_t pair = 0; pair < PAIRS; pair++) {
    if (pair >= unknown) {
      const uint8_t *first = window + pair - unknown;
      add_hash(tables, pair, cscan_pair(first[0], first[1]), bucket_bit);
    } else {
      for (unsigned hash = 0; hash < 256; hash++) add_hash(tables, pair, hash, bucket_bit);
    }
  }
  size_t place = gram_place(last_eight_bytes(window, length - 1), gram_shift(length));
  tables->grams[place >> 3] |= (uint8_t)(1u << (place & 7));
}

// Byte i of a state has the buckets whose first i + 1 pairs have just been seen: an automaton of all
// buckets at once (Shift-And, Baeza-Yates and Gonnet 1992, with a byte for what is a bit there).
static inline uint64_t step(const struct cscan_tables *tables, uint64_t state, uint8_t first,
                            uint8_t second) {
  return (state << 8 | 0xFF) & tables->rows[cscan_pair(first, second) & 127];
}

void cscan_scalar(const struct search *search, size_t to, struct cscan_progress *progress) {
  size_t position = progress->position;
  uint64_t word = position > 0 ? last_eight_bytes(search->bytes, position - 1) : 0;
  uint64_t state = 0;
  uint8_t before = 0;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    uint8_t byte = (uint8_t)(word >> shift);
    state = step(search->tables, state, before, byte);
    before = byte;
  }
  while (position < to && has_room_for_block(search, progress)) {
    size_t length = to - position < ROOM_OF_A_BLOCK ? to - position : ROOM_OF_A_BLOCK;
    uint64_t places = 0;
    for (size_t i = 0; i < length; i++) {
      uint8_t byte = search->bytes[position + i];
      progress->newlines += byte == '\n';
      state = step(search->tables, state, before, byte);
      places |= (uint64_t)((state >> (8 * (PAIRS - 1)) & 0xFF) != 0) << i;
      before = byte;
    }
    add_candidates(search, progress, position, places);
    position += length;
  }
  progress->position = position;
}

// The best kernel that the user allows: the environment variable CULPRIT_SIMD (scalar, neon, avx2,
// avx512) rules out those that come after the one it names; no other word rules out any.
static enum cscan_kernel allowed_kernel(void) {
  const char *word = getenv("CULPRIT_SIMD");
  if (word == NULL) return CSCAN_AVX512;
  if (strcmp(word, "scalar") == 0) return CSCAN_SCALAR;
  if (strcmp(word, "neon") == 0) return CSCAN_NEON;
  return strcmp(word, "avx2") == 0 ? CSCAN_AVX2 : CSCAN_AVX512;
}

int cscan_runs(enum cscan_kernel kernel) {
  if (kernel > allowed_kernel()) return 0;
  switch (kernel) {
    case CSCAN_SCALAR: return 1;
#if defined(__aarch64__)
    case CSCAN_NEON: return 1;
#endif
#if defined(__x86_64__)
    case CSCAN_AVX2: return __builtin_cpu_supports("avx2") != 0;
    case CSCAN_AVX512:
      return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi");
#endif
    default: return 0;
  }
}

typedef void kernel_function(const struct search *, size_t, struct cscan_progress *);

// Takes the whole blocks with a vector kernel, and what is before and after them with the scalar one.
static void run(kernel_function *kernel, size_t block_size, const struct search *search, size_t to,
                struct cscan_progress *progress) {
  size_t earliest = progress->position < block_size ? block_size : progress->position;
  size_t misaligned = (uintptr_t)(search->bytes + earliest) % block_size;
  size_t first = misaligned == 0 ? earliest : earliest + block_size - misaligned;
  cscan_scalar(search, first < to ? first : to, progress);
  if (progress->position == first) kernel(search, to, progress);
  if (to - progress->position < block_size) cscan_scalar(search, to, progress);
}

struct cscan_progress cscan_candidates(enum cscan_kernel kernel, const struct cscan_tables *tables,
                                       const uint8_t *bytes, size_t from, size_t to,
                                       size_t *candidates, size_t room) {
  struct search search = {tables, bytes, candidates, room};
  struct cscan_progress progress = {from, 0, 0};
  switch (kernel) {
#if defined(__aarch64__)
    case CSCAN_NEON: run(cscan_neon, 16, &search, to, &progress); break;
#endif
#if defined(__x86_64__)
    case CSCAN_AVX2: run(cscan_avx2, 32, &search, to, &progress); break;
    case CSCAN_AVX512: run(cscan_avx512, 64, &search, to, &progress); break;
#endif
    default: cscan_scalar(&search, to, &progress);
  }
  return progress;
}

size_t cscan_first_newline(const uint8_t *bytes, size_t from, size_t to) {
  if (from >= to) return to;
  const uint8_t *found = memchr(bytes + from, '\n', to - from);
  return found ? (size_t)(found - bytes) : to;
}

int cscan_are_same(const uint8_t *text, const uint8_t *bytes, size_t from, size_t count) {
  return count == 0 || memcmp(text, bytes + from, count) == 0;
}

// The compiler makes vectors of the inner loop: 255 additions fit a byte.
size_t cscan_count_newlines(const uint8_t *bytes, size_t from, size_t to) {
  size_t count = 0;
  while (from < to) {
    size_t end = to - from < 255 ? to : from + 255;
    uint8_t part = 0;
    for (size_t i = from; i < end; i++) part += bytes[i] == '\n';
    count += part;
    from = end;
  }
  return count;
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
