#ifndef CSCAN_H
#define CSCAN_H

// The part of Scan that wants vector instructions: a filter that lets through few places of a text
// and never loses one where an anchor stands. What passes is compared byte by byte in Swift, so no
// mistake in here can report a hit that is none, and all kernels lead to the same hits.
//
// How the filter works. Two adjacent bytes are hashed to 8 bits that do not depend on the case of
// letters. The rarest stretch of an anchor, its window (6 bytes, or the whole anchor where that is
// shorter), has five such pairs. Five tables say for each hash which of eight buckets (groups of
// anchors) have it at that place of a window: where the answers share a bucket, a window may end. A
// kernel asks as many of the five as its lookups are worth. A second filter looks the last bytes of
// that place up in a bitmap of their hashes.
//
// Nothing here allocates but cscan_tables_create, nothing is global, and nothing outside of
// bytes[0 ..< to] is read.

#include <stddef.h>
#include <stdint.h>

// Kernels, slowest first. The value is what cscan_candidates takes.
enum cscan_kernel {
  CSCAN_SCALAR = 0,
  CSCAN_NEON = 1,
  CSCAN_AVX2 = 2,
  CSCAN_AVX512 = 3,
};

// 1 where this processor runs the kernel, else 0.
int cscan_runs(enum cscan_kernel kernel);

enum {
  CSCAN_WINDOW = 6,  // bytes of a full window
  CSCAN_BUCKETS = 8,
};

// The hash of two adjacent bytes. Bit 5, in which upper and lower case differ, is left out of the
// first; the shift drops it from the second. AVX-512 and the scalar kernel use the low 7 bits.
static inline uint8_t cscan_pair(uint8_t first, uint8_t second) {
  return (uint8_t)((first & 0xDF) ^ (uint8_t)(second << 3));
}

struct cscan_tables;

// Tables of a filter that lets nothing through, or NULL without memory. Freed with
// cscan_tables_destroy. After the last cscan_tables_add they may be used from many threads at once.
struct cscan_tables *cscan_tables_create(void);
void cscan_tables_destroy(struct cscan_tables *tables);

// Adds a window of 3 to CSCAN_WINDOW bytes; only a whole anchor may be shorter than CSCAN_WINDOW.
void cscan_tables_add(struct cscan_tables *tables, const uint8_t *window, size_t length,
                      unsigned bucket);

struct cscan_progress {
  size_t position;    // candidates and newlines of bytes[from ..< position] are told
  size_t candidates;  // how many were written
  size_t newlines;
};

// Writes the offsets of places where a window may end, ascending, all of them in from ..< to, and
// counts the newlines there. Stops early where `room` runs out (room >= 64); go on at `position`.
// Bytes before `from` are looked at, as a window may begin there.
struct cscan_progress cscan_candidates(enum cscan_kernel kernel, const struct cscan_tables *tables,
                                       const uint8_t *bytes, size_t from, size_t to,
                                       size_t *candidates, size_t room);

// The first newline of bytes[from ..< to], or `to` where there is none.
size_t cscan_first_newline(const uint8_t *bytes, size_t from, size_t to);

// Where the line that begins at `from` ends, behind its newline; `to` where none stands before. Writes a
// hash of the line, the same for the same bytes.
size_t cscan_line_end(const uint8_t *bytes, size_t from, size_t to, uint64_t *hash);

// 1 where text[0 ..< count] stands at bytes[from], else 0.
int cscan_are_same(const uint8_t *text, const uint8_t *bytes, size_t from, size_t count);

// How many newlines bytes[from ..< to] has.
size_t cscan_count_newlines(const uint8_t *bytes, size_t from, size_t to);

// The last newline of bytes[from ..< to], or `to` where there is none.
size_t cscan_last_newline(const uint8_t *bytes, size_t from, size_t to);

// The shape of a line: a hash of its bytes in which times of day with their dates are folded, and
// words that change from record to record (numbers but statuses, levels and codes, fractions, quantities,
// hexadecimal and long ids) are left out and named as fields. Lines of one shape differ in their
// times and fields alone.
enum {
  CSCAN_FIELDS = 32,           // fields of a shape
  CSCAN_SHAPED_BYTES = 1 << 14,  // of a line; a longer one has no shape
};

struct cscan_shape {
  uint64_t hash;
  int32_t first_clock, last_clock;  // seconds of the day, of the first and last time; -1 without
  uint32_t count;                   // of fields
};

// 0 where bytes[from ..< to] has no shape: it is too long, or has too many fields. Writes offset (from
// the start of the line, ascending) and length of each field: room for 2 * CSCAN_FIELDS numbers.
int cscan_shape_of(const uint8_t *bytes, size_t from, size_t to, struct cscan_shape *shape,
                   uint32_t *fields);

// A hash of 64 bits, the same on every machine of one byte order.
uint64_t cscan_hash(const uint8_t *bytes, size_t length, uint64_t seed);

#endif
