// Every kernel against a search that is too plain to be wrong: no window may be missed, newlines and
// the order of candidates have to be right, and no byte outside of the text may be read.
//
// An input is: the number of windows, for each its length, bucket and bytes, then how the text lies
// in memory, where the search begins and ends, and the text.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cscan.h"

#ifndef WITHOUT_LIBFUZZER
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#endif

enum { MAX_WINDOWS = 16, ROOM = 64 };

struct window {
  uint8_t bytes[CSCAN_WINDOW];
  size_t length;
  unsigned bucket;
};

struct input {
  const uint8_t *rest;
  size_t left;
};

static uint8_t take(struct input *input) {
  if (input->left == 0) return 0;
  input->left--;
  return *input->rest++;
}

static uint8_t lower(uint8_t byte) { return byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte; }

static void check(int holds, const char *what, enum cscan_kernel kernel) {
  if (holds) return;
  fprintf(stderr, "kernel %d: %s\n", (int)kernel, what);
  abort();
}

static int ends_window(const struct window *windows, size_t count, const uint8_t *text, size_t last) {
  for (size_t index = 0; index < count; index++) {
    const struct window *window = &windows[index];
    if (last + 1 < window->length) continue;
    size_t same = 0;
    const uint8_t *start = text + last + 1 - window->length;
    while (same < window->length && lower(start[same]) == lower(window->bytes[same])) same++;
    if (same == window->length) return 1;
  }
  return 0;
}

static void check_kernel(enum cscan_kernel kernel, const struct window *windows, size_t count,
                         const uint8_t *text, size_t from, size_t to) {
  struct cscan_tables *tables = cscan_tables_create();
  if (!tables) abort();
  for (size_t index = 0; index < count; index++) {
    cscan_tables_add(tables, windows[index].bytes, windows[index].length, windows[index].bucket);
  }
  size_t candidates[ROOM];
  size_t next = from;  // places before it are checked
  for (size_t position = from; position < to;) {
    struct cscan_progress progress =
        cscan_candidates(kernel, tables, text, position, to, candidates, ROOM);
    check(progress.position > position && progress.position <= to, "no progress", kernel);
    check(progress.candidates <= ROOM, "more candidates than room", kernel);
    size_t newlines = 0;
    for (size_t i = position; i < progress.position; i++) newlines += text[i] == '\n';
    check(newlines == progress.newlines, "wrong count of newlines", kernel);
    for (size_t i = 0; i < progress.candidates; i++) {
      check(candidates[i] >= next && candidates[i] < progress.position, "out of order", kernel);
      for (; next < candidates[i]; next++) {
        check(!ends_window(windows, count, text, next), "window missed", kernel);
      }
      next++;
    }
    for (; next < progress.position; next++) {
      check(!ends_window(windows, count, text, next), "window missed", kernel);
    }
    position = progress.position;
  }
  cscan_tables_destroy(tables);
}

static void check_newlines(const uint8_t *text, size_t from, size_t to) {
  size_t first = from, last = to;
  while (first < to && text[first] != '\n') first++;
  while (last > from && text[last - 1] != '\n') last--;
  check(cscan_first_newline(text, from, to) == first, "wrong first newline", CSCAN_SCALAR);
  check(cscan_last_newline(text, from, to) == (last > from ? last - 1 : to), "wrong last newline",
        CSCAN_SCALAR);
}

// Fields lie in the line, one behind the other, and the same line elsewhere in memory has the same shape.
// The line at `from`, and the same bytes elsewhere.
static void check_line(const uint8_t *text, size_t from, size_t to) {
  uint64_t hash, again;
  size_t end = cscan_line_end(text, from, to, &hash);
  size_t newline = cscan_first_newline(text, from, to);
  check(end == (newline < to ? newline + 1 : to), "wrong end of a line", CSCAN_SCALAR);
  uint8_t *copy = malloc(end - from + 1);
  if (!copy) abort();
  if (end > from) memcpy(copy, text + from, end - from);
  ASAN_POISON_MEMORY_REGION(copy + (end - from), 1);
  check(cscan_line_end(copy, 0, end - from, &again) == end - from, "another end elsewhere", CSCAN_SCALAR);
  check(hash == again, "another hash elsewhere", CSCAN_SCALAR);
  ASAN_UNPOISON_MEMORY_REGION(copy + (end - from), 1);
  free(copy);
}

static void check_shape(const uint8_t *text, size_t from, size_t to) {
  struct cscan_shape shape, again;
  uint32_t *fields = malloc(2 * CSCAN_FIELDS * sizeof *fields);
  uint8_t *copy = malloc(to - from + 1);
  if (!fields || !copy) abort();
  if (to > from) memcpy(copy, text + from, to - from);
  ASAN_POISON_MEMORY_REGION(copy + (to - from), 1);
  int has_shape = cscan_shape_of(text, from, to, &shape, fields);
  if (has_shape) {
    check(shape.count <= CSCAN_FIELDS, "too many fields", CSCAN_SCALAR);
    size_t end = 0;
    for (uint32_t i = 0; i < shape.count; i++) {
      check(fields[2 * i] >= end, "fields out of order", CSCAN_SCALAR);
      end = (size_t)fields[2 * i] + fields[2 * i + 1];
      check(end <= to - from, "a field outside of the line", CSCAN_SCALAR);
    }
  }
  check(cscan_shape_of(copy, 0, to - from, &again, fields) == has_shape, "no shape elsewhere", CSCAN_SCALAR);
  check(!has_shape || (again.hash == shape.hash && again.count == shape.count), "another shape elsewhere",
        CSCAN_SCALAR);
  ASAN_UNPOISON_MEMORY_REGION(copy + (to - from), 1);
  free(copy);
  free(fields);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct input input = {data, size};
  struct window windows[MAX_WINDOWS];
  size_t count = take(&input) % MAX_WINDOWS;
  for (size_t index = 0; index < count; index++) {
    windows[index].length = 3 + take(&input) % (CSCAN_WINDOW - 2);
    windows[index].bucket = take(&input) % CSCAN_BUCKETS;
    for (size_t i = 0; i < windows[index].length; i++) windows[index].bytes[i] = take(&input);
  }
  size_t misaligned = take(&input) % 64;
  size_t from = take(&input), cut = take(&input);
  size_t length = input.left;
  size_t to = length - (cut < length ? cut : length);
  if (from > to) from = to;

  // Nothing after the text belongs to it; what is before it is forbidden in steps of eight bytes.
  uint8_t *memory = NULL;
  if (posix_memalign((void **)&memory, 64, misaligned + length + 1) != 0) abort();
  memset(memory, 0xEE, misaligned);
  uint8_t *text = memory + misaligned;
  if (length > 0) memcpy(text, input.rest, length);
  ASAN_POISON_MEMORY_REGION(memory, misaligned);
  ASAN_POISON_MEMORY_REGION(text + to, length + 1 - to);
  for (int kernel = CSCAN_SCALAR; kernel <= CSCAN_AVX512; kernel++) {
    if (cscan_runs(kernel)) check_kernel(kernel, windows, count, text, from, to);
  }
  check_newlines(text, from, to);
  check_line(text, from, to);
  check_shape(text, from, to);
  ASAN_UNPOISON_MEMORY_REGION(memory, misaligned + length + 1);
  free(memory);
  return 0;
}

#ifdef WITHOUT_LIBFUZZER

// Inputs that look random and have windows standing in their texts: for processors and compilers
// that libFuzzer does not know. The argument says how many.
int main(int count, char **arguments) {
  uint64_t state = 0x9E3779B97F4A7C15u;
  long inputs = count > 1 ? atol(arguments[1]) : 10000;
  for (long number = 0; number < inputs; number++) {
    uint8_t data[1024];
    for (size_t i = 0; i < sizeof data; i++) {
      state ^= state << 13;
      state ^= state >> 7;
      state ^= state << 17;
      data[i] = "abAB\n_cde"[(state >> 32) % (number % 8 + 2)];
      if (i < 160 && state >> 62 == 0) data[i] = (uint8_t)(state >> 40);
    }
    LLVMFuzzerTestOneInput(data, (size_t)(state >> 20) % sizeof data);
  }
  printf("%ld inputs, nothing found\n", inputs);
  return 0;
}

#endif
