#include "cscan.h"

#include "tables.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// Classes of the bytes that words are made of; 0 is everything else.
enum { DIGIT = 1, HEXADECIMAL = 2, LETTER = 4, JOINT = 8 };

static const uint8_t class_of[256] = {
    ['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT, ['5'] = DIGIT,
    ['6'] = DIGIT, ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
    ['a'] = HEXADECIMAL, ['b'] = HEXADECIMAL, ['c'] = HEXADECIMAL, ['d'] = HEXADECIMAL,
    ['e'] = HEXADECIMAL, ['f'] = HEXADECIMAL, ['A'] = HEXADECIMAL, ['B'] = HEXADECIMAL,
    ['C'] = HEXADECIMAL, ['D'] = HEXADECIMAL, ['E'] = HEXADECIMAL, ['F'] = HEXADECIMAL,
    ['g'] = LETTER, ['h'] = LETTER, ['i'] = LETTER, ['j'] = LETTER, ['k'] = LETTER, ['l'] = LETTER,
    ['m'] = LETTER, ['n'] = LETTER, ['o'] = LETTER, ['p'] = LETTER, ['q'] = LETTER, ['r'] = LETTER,
    ['s'] = LETTER, ['t'] = LETTER, ['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER,
    ['y'] = LETTER, ['z'] = LETTER, ['G'] = LETTER, ['H'] = LETTER, ['I'] = LETTER, ['J'] = LETTER,
    ['K'] = LETTER, ['L'] = LETTER, ['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER, ['P'] = LETTER,
    ['Q'] = LETTER, ['R'] = LETTER, ['S'] = LETTER, ['T'] = LETTER, ['U'] = LETTER, ['V'] = LETTER,
    ['W'] = LETTER, ['X'] = LETTER, ['Y'] = LETTER, ['Z'] = LETTER, ['_'] = JOINT, ['-'] = JOINT,
};

// A line and how far it has been read.
struct line {
  const uint8_t *bytes;
  size_t position, end;
  uint8_t *folded;  // what is hashed: the line without what changes
  size_t solid;     // what stands before it was folded for good: no word reaches back there
  size_t length;
};

static inline int is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

static inline int digit_at(const struct line *line, size_t at) {
  return at < line->end && is_digit(line->bytes[at]);
}

// `09:59:58` between bytes that are no digits.
static int is_clock(const struct line *line, size_t at) {
  const uint8_t *b = line->bytes + at;
  return at + 8 <= line->end && is_digit(b[0]) && is_digit(b[1]) && b[2] == ':' && is_digit(b[3]) &&
         is_digit(b[4]) && b[5] == ':' && is_digit(b[6]) && is_digit(b[7]) &&
         !digit_at(line, at + 8);
}

// Dates as they stand before a clock: `d` a digit, `M` a letter, the rest itself. Grouped by how many
// digits come first.
static const char *const dates_of_four[] = {"dddd-dd-dd", "dddd/dd/dd", NULL};
static const char *const dates_of_two[] = {"dd/dd/dddd",  "dd/MMM/dddd", "dd-MMM-dddd",
                                           "dd-dd-dddd", "dd.dd.dddd",  NULL};

static inline int is_letter(uint8_t byte) { return (class_of[byte] & (HEXADECIMAL | LETTER)) != 0; }

static size_t match_date(const struct line *line, size_t at, const char *date) {
  size_t i = at;
  for (; *date; date++, i++) {
    if (i >= line->end) return 0;
    uint8_t byte = line->bytes[i];
    int fits = *date == 'd' ? is_digit(byte) : *date == 'M' ? is_letter(byte) : byte == (uint8_t)*date;
    if (!fits) return 0;
  }
  return i - at;
}

// A day of the month alone counts only behind a month: `Mar  1 09:59:58`.
static int follows_month(const struct line *line, size_t at, size_t start) {
  while (at > start && line->bytes[at - 1] == ' ') at--;
  return at >= start + 3 && is_letter(line->bytes[at - 1]) && is_letter(line->bytes[at - 2]) &&
         (uint8_t)(line->bytes[at - 3] - 'A') < 26;
}

enum { NO_CLOCK = -1 };  // a line may begin with its clock, at offset 0

// The clock behind a date that ends here; NO_CLOCK where none stands there.
static ptrdiff_t clock_behind(const struct line *line, size_t at) {
  if (at < line->end && line->bytes[at] == ',') at++;
  if (at >= line->end) return NO_CLOCK;
  uint8_t byte = line->bytes[at];
  int joins = byte == ' ' || byte == 'T' || byte == ':' || byte == '_';
  return joins && is_clock(line, at + 1) ? (ptrdiff_t)at + 1 : NO_CLOCK;
}

// Where the clock of the time that begins here stands; NO_CLOCK where none begins. How many digits
// come first, and what stands behind them, rules nearly every number out.
static ptrdiff_t clock_of_time(const struct line *line, size_t at, size_t start) {
  size_t next = at + 1;
  while (next < line->end && next < at + 5 && is_digit(line->bytes[next])) next++;
  if (next == line->end) return NO_CLOCK;
  uint8_t byte = line->bytes[next];
  size_t digits = next - at;
  if (digits == 2 && byte == ':') return is_clock(line, at) ? (ptrdiff_t)at : NO_CLOCK;
  if (digits <= 2 && byte == ' ') return follows_month(line, at, start) ? clock_behind(line, next) : NO_CLOCK;
  if (byte != '-' && byte != '/' && byte != '.') return NO_CLOCK;
  if (digits != 4 && digits != 2) return NO_CLOCK;
  for (const char *const *date = digits == 4 ? dates_of_four : dates_of_two; *date; date++) {
    size_t length = match_date(line, at, *date);
    if (length != 0) return clock_behind(line, at + length);
  }
  return NO_CLOCK;
}

static inline void fold(struct line *line, uint8_t byte) { line->folded[line->length++] = byte; }

// Digits of a time become one sign each, so that a date of another form has another shape.
static void fold_time(struct line *line, size_t clock, struct cscan_shape *shape) {
  const uint8_t *c = line->bytes + clock;
  int32_t second = ((c[0] - '0') * 10 + c[1] - '0') * 3600 + ((c[3] - '0') * 10 + c[4] - '0') * 60 +
                   (c[6] - '0') * 10 + c[7] - '0';
  if (shape->first_clock < 0) shape->first_clock = second;
  shape->last_clock = second;
  for (; line->position < clock + 8; line->position++) {
    uint8_t byte = line->bytes[line->position];
    fold(line, is_digit(byte) ? 1 : byte);
  }
  size_t at = line->position;
  if (at < line->end && (line->bytes[at] == '.' || line->bytes[at] == ',') && digit_at(line, at + 1)) {
    fold(line, line->bytes[at++]);
    while (digit_at(line, at)) at++;
    fold(line, 1);
    line->position = at;
  }
  line->solid = line->position;
}

struct word {
  size_t from, to;
  unsigned classes, digits, letters;
};

// `532ms`, `3s`: digits, then a unit.
static int is_quantity(const struct line *line, const struct word *word) {
  size_t at = word->from;
  while (at < word->to && is_digit(line->bytes[at])) at++;
  size_t rest = word->to - at;
  if (at == word->from || rest == 0 || rest > 2) return 0;
  uint8_t last = line->bytes[word->to - 1];
  return rest == 1 ? last == 's' || last == 'm' || last == 'h'
                   : last == 's' && (line->bytes[at] == 'm' || line->bytes[at] == 'u' || line->bytes[at] == 'n');
}

// What a number counts, where that changes from record to record: times and amounts.
static const struct unit {
  const char *name;
  size_t length;
} units[] = {{"ms", 2}, {"s", 1}, {"us", 2}, {"sec", 3}, {"seconds", 7}, {"tokens", 6}, {"bytes", 5},
             {"KB", 2}, {"MB", 2}};

static int is_unit(const struct line *line, size_t at) {
  if (at < line->end && line->bytes[at] == ' ') at++;
  if (at == line->end || !is_letter(line->bytes[at])) return 0;
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t length = units[i].length;
    if (at + length <= line->end && memcmp(line->bytes + at, units[i].name, length) == 0 &&
        (at + length == line->end || class_of[line->bytes[at + length]] == 0))
      return 1;
  }
  return 0;
}

// Numbers that HTTP gives a meaning.
static int is_status(const uint8_t *digits) {
  int number = (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + digits[2] - '0';
  return (number >= 100 && number <= 103) || (number >= 200 && number <= 208) || number == 226 ||
         (number >= 300 && number <= 308) || (number >= 400 && number <= 431) || number == 451 ||
         number == 499 || (number >= 500 && number <= 511) || (number >= 520 && number <= 530);
}

// Ends of words behind which a number is an answer: `status_code=1008`, `"level":50`, `exit 137`.
static const char endings[][5] = {"code", "evel", "atus", "rity", "exit", "gnal", "rrno", "rror", "with"};

// A number that somebody gave a meaning: behind such a word, or in angle brackets, as syslog's.
static int is_answer(const struct line *line, size_t at, size_t start) {
  size_t signs = 0;
  while (at > start && class_of[line->bytes[at - 1]] == 0 && signs < 5) at--, signs++;
  if (signs == 1 && (line->bytes[at] == '<' || line->bytes[at] == '(')) return 1;
  if (at < start + 4) return 0;
  uint32_t word;
  memcpy(&word, line->bytes + at - 4, 4);
  word |= 0x20202020u;
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    uint32_t ending;
    memcpy(&ending, endings[i], 4);
    if (word == ending) return 1;
  }
  return 0;
}

// From where on a word may change from record to record: numbers, fractions, quantities, ids, and the
// number behind a name (`T-48214`); its end where it may not. What a line says may hang on a status, a
// level, a code, or a single digit, whatever is found in it.
static size_t changing_part(const struct line *line, const struct word *word, size_t start) {
  size_t length = word->to - word->from;
  if (word->classes == DIGIT) {
    uint8_t before = word->from > start ? line->bytes[word->from - 1] : 0;
    int is_fraction = (before == '.' || before == ',') && word->from > start + 1 &&
                      is_digit(line->bytes[word->from - 2]);
    if (is_fraction) return word->from;
    int is_short = length == 1 || (length == 3 && is_status(line->bytes + word->from));
    if (is_short && !is_unit(line, word->to)) return word->to;
    return is_answer(line, word->from, start) ? word->to : word->from;
  }
  if ((word->classes & LETTER) == 0 && length >= 8 && (word->classes & HEXADECIMAL)) return word->from;
  if (length >= 16 && word->digits >= 2 && word->letters >= 2) return word->from;
  if (is_quantity(line, word)) return word->from;
  size_t number = word->to;
  while (number > word->from && is_digit(line->bytes[number - 1])) number--;
  int is_named = number > word->from && class_of[line->bytes[number - 1]] == JOINT;
  return is_named && word->to - number >= 3 ? number : word->to;
}

// Reads the word around a digit; its start has been folded already and is taken back. 0 where the
// line has more of what changes than a shape holds.
static int fold_word(struct line *line, size_t start, struct cscan_shape *shape, uint32_t *fields) {
  struct word word = {line->position, line->position, 0, 0, 0};
  while (word.from > line->solid && class_of[line->bytes[word.from - 1]]) word.from--;
  unsigned class;
  for (size_t i = word.from; i < line->end && (class = class_of[line->bytes[i]]) != 0; i++) {
    word.classes |= class;
    word.digits += class == DIGIT;
    word.letters += class == HEXADECIMAL || class == LETTER;
    word.to = i + 1;
  }
  size_t part = changing_part(line, &word, start);
  if (part < line->position) {
    line->length -= line->position - part;
    line->position = part;
  }
  while (line->position < part) fold(line, line->bytes[line->position++]);
  if (part == word.to) return 1;
  if (shape->count == CSCAN_FIELDS) return 0;
  fields[2 * shape->count] = (uint32_t)(part - start);
  fields[2 * shape->count + 1] = (uint32_t)(word.to - part);
  shape->count++;
  fold(line, 2);
  line->position = word.to;
  return 1;
}

// How many of sixteen bytes stand before the first digit.
static inline unsigned bytes_before_digit(const uint8_t *bytes) {
#if defined(__x86_64__)
  __m128i text = _mm_loadu_si128((const __m128i *)bytes);
  __m128i from_zero = _mm_sub_epi8(text, _mm_set1_epi8('0'));
  __m128i digits = _mm_cmpeq_epi8(_mm_min_epu8(from_zero, _mm_set1_epi8(9)), from_zero);
  unsigned mask = (unsigned)_mm_movemask_epi8(digits);
  return mask == 0 ? 16 : (unsigned)__builtin_ctz(mask);
#elif defined(__aarch64__)
  uint8x16_t digits = vcltq_u8(vsubq_u8(vld1q_u8(bytes), vdupq_n_u8('0')), vdupq_n_u8(10));
  uint64_t mask = vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(digits), 4)), 0);
  return mask == 0 ? 16 : (unsigned)__builtin_ctzll(mask) / 4;
#else
  unsigned count = 0;
  while (count < 16 && !is_digit(bytes[count])) count++;
  return count;
#endif
}

// Takes what stands before the next digit as it is.
static void fold_text(struct line *line) {
  while (line->position + 16 <= line->end) {
    unsigned count = bytes_before_digit(line->bytes + line->position);
    memcpy(line->folded + line->length, line->bytes + line->position, 16);
    line->length += count;
    line->position += count;
    if (count < 16) return;
  }
  while (line->position < line->end && !is_digit(line->bytes[line->position]))
    fold(line, line->bytes[line->position++]);
}

// Multiply and fold, as wyhash and its likes do.
static inline uint64_t mix(uint64_t a, uint64_t b) {
  __uint128_t product = (__uint128_t)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t cscan_hash(const uint8_t *bytes, size_t length, uint64_t seed) {
  uint64_t hash = seed ^ 0x9E3779B97F4A7C15u ^ length;
  uint64_t first, second;
  size_t i = 0;
  for (; i + 16 <= length; i += 16) {
    memcpy(&first, bytes + i, 8);
    memcpy(&second, bytes + i + 8, 8);
    hash = mix(first ^ 0xA0761D6478BD642Fu, second ^ hash ^ 0xE7037ED1A0B428DBu);
  }
  uint8_t tail[16] = {0};
  memcpy(tail, bytes + i, length - i);
  memcpy(&first, tail, 8);
  memcpy(&second, tail + 8, 8);
  hash = mix(first ^ 0x8EBC6AF09C88C6E3u, second ^ hash ^ 0x589965CC75374CC3u);
  return mix(hash, 0xD6E8FEB86659FD93u);
}

// How many of sixteen bytes stand before the first newline.
static inline unsigned bytes_before_newline(const uint8_t *bytes) {
#if defined(__x86_64__)
  __m128i text = _mm_loadu_si128((const __m128i *)bytes);
  unsigned mask = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(text, _mm_set1_epi8('\n')));
  return mask == 0 ? 16 : (unsigned)__builtin_ctz(mask);
#elif defined(__aarch64__)
  uint8x16_t newlines = vceqq_u8(vld1q_u8(bytes), vdupq_n_u8('\n'));
  uint64_t mask = vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(newlines), 4)), 0);
  return mask == 0 ? 16 : (unsigned)__builtin_ctzll(mask) / 4;
#else
  unsigned count = 0;
  while (count < 16 && bytes[count] != '\n') count++;
  return count;
#endif
}

// The low `count` bytes of eight, and zeros.
static inline uint64_t low_bytes(uint64_t word, size_t count) {
  return count >= 8 ? word : word & (((uint64_t)1 << (8 * count)) - 1);
}

// One pass for what are two questions to the same bytes. Sixteen of them are a step, so that the last step
// may load what stands behind the line, and leaves it out.
size_t cscan_line_end(const uint8_t *bytes, size_t from, size_t to, uint64_t *hash) {
  uint64_t sum = 0x9E3779B97F4A7C15u;
  uint64_t first, second;
  size_t i = from;
  uint8_t rest[16] = {0};
  for (;;) {
    const uint8_t *step = bytes + i;
    if (i + 16 > to) {
      memcpy(rest, step, to - i);
      step = rest;
    }
    size_t count = bytes_before_newline(step);
    memcpy(&first, step, 8);
    memcpy(&second, step + 8, 8);
    if (count == 16 && i + 16 < to) {
      // The sum is added: bytes that make a factor 0 do not wipe out what stands before them.
      sum += mix(first ^ 0xA0761D6478BD642Fu, second ^ sum ^ 0xE7037ED1A0B428DBu);
      i += 16;
      continue;
    }
    int is_whole = i + count < to;
    if (!is_whole) count = to - i;
    first = low_bytes(first, count);
    second = count > 8 ? low_bytes(second, count - 8) : 0;
    size_t end = i + count + (size_t)is_whole;
    sum += mix(first ^ 0x8EBC6AF09C88C6E3u, second ^ sum ^ 0x589965CC75374CC3u);
    *hash = mix(sum ^ (end - from), 0xD6E8FEB86659FD93u ^ (uint64_t)is_whole);
    return end;
  }
}

int cscan_shape_of(const uint8_t *bytes, size_t from, size_t to, struct cscan_shape *shape,
                   uint32_t *fields) {
  shape->count = 0;
  shape->first_clock = shape->last_clock = -1;
  if (to - from > CSCAN_SHAPED_BYTES) return 0;
  uint8_t folded[CSCAN_SHAPED_BYTES + 16];
  struct line line = {bytes, from, to, folded, from, 0};
  for (;;) {
    fold_text(&line);
    if (line.position == to) break;
    ptrdiff_t clock = clock_of_time(&line, line.position, from);
    if (clock != NO_CLOCK) {
      fold_time(&line, (size_t)clock, shape);
    } else if (!fold_word(&line, from, shape, fields)) {
      return 0;
    }
  }
  shape->hash = cscan_hash(folded, line.length, 0);
  return 1;
}
