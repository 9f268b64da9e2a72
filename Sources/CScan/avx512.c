// AVX-512 with VBMI (Intel since Ice Lake, AMD since Zen 4): 64 bytes at a time, one instruction to
// look 64 hashes up in a table of 128.

#include "tables.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi")))

struct tables512 {
  __m512i first, second;  // entries 0 to 63 and 64 to 127
};

AVX512 static inline struct tables512 load_table(const uint8_t *table) {
  struct tables512 loaded = {_mm512_loadu_si512(table), _mm512_loadu_si512(table + 64)};
  return loaded;
}

AVX512 static inline __m512i look_up(struct tables512 table, __m512i hashes) {
  return _mm512_permutex2var_epi8(table.first, hashes, table.second);
}

// The bytes that stand `count` places before those of `current`; `previous` are the 64 before them.
#define BYTES_BEFORE(count, previous, current) \
  _mm512_alignr_epi8(current, _mm512_alignr_epi64(current, previous, 6), 16 - (count))

#define AND_OF_3(first, second, third) _mm512_ternarylogic_epi64(first, second, third, 0x80)

AVX512 static inline __m512i hash_pairs(__m512i first, __m512i current) {
  __m512i folded = _mm512_and_si512(first, _mm512_set1_epi8((char)0xDF));
  __m512i shifted = _mm512_slli_epi16(current, 3);
  // folded ^ (shifted & 0xF8)
  return _mm512_ternarylogic_epi64(folded, shifted, _mm512_set1_epi8((char)0xF8), 0x78);
}

// Looks at the first, the third and the last pair of a window, which together have all its bytes:
// the two others would keep some blocks a MB from the second filter, and cost more than those.
AVX512 void cscan_avx512(const struct search *search, size_t to, struct cscan_progress *progress) {
  const struct tables512 table0 = load_table(search->tables->wide[0]);
  const struct tables512 table2 = load_table(search->tables->wide[2]);
  const struct tables512 table4 = load_table(search->tables->wide[4]);
  const __m512i newline = _mm512_set1_epi8('\n');
  size_t block = progress->position;
  __m512i current = _mm512_load_si512(search->bytes + block - 64);
  // What stands before that block does not reach beyond it.
  __m512i hashes = hash_pairs(BYTES_BEFORE(1, _mm512_setzero_si512(), current), current);
  __m512i previous0 = look_up(table0, hashes);
  __m512i previous2 = look_up(table2, hashes);
  while (to - progress->position >= 64 && has_room_for_block(search, progress)) {
    size_t end = to - block < 64 * BLOCKS_OF_A_RUN ? to : block + 64 * BLOCKS_OF_A_RUN;
    struct passed_blocks passed;
    passed.count = 0;
    size_t newlines = 0;
    for (; end - block >= 64; block += 64) {
      current = _mm512_load_si512(search->bytes + block);
      newlines += (size_t)__builtin_popcountll(_mm512_cmpeq_epi8_mask(current, newline));
      // Loaded once more rather than shifted: the shuffles are what this loop waits for.
      hashes = hash_pairs(_mm512_loadu_si512(search->bytes + block - 1), current);
      __m512i current0 = look_up(table0, hashes);
      __m512i current2 = look_up(table2, hashes);
      __m512i shared = AND_OF_3(look_up(table4, hashes), BYTES_BEFORE(2, previous2, current2),
                                _mm512_alignr_epi32(current0, previous0, 15));
      pass_block(&passed, block, _mm512_test_epi8_mask(shared, shared));
      previous0 = current0;
      previous2 = current2;
    }
    finish_run(search, progress, &passed, block, newlines);
  }
}

#endif
