#include "core/calculus/token.h"

#include <algorithm>
#include <cctype>

#include "core/calculus/functions.h"
#include "core/calculus/token_signs.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kManyTokens = 10'000;  // so many are made room for at once, if the source is long enough

/// Length in bytes of the UTF-8 character that starts `text`; 1 for a byte that starts none.
std::size_t character_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  const std::size_t length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  for (std::size_t i = 1; i < length; ++i)
    if (i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 1;
  return length;
}

/// The plain character that `text` starts with a wide form of, as East Asian keyboards type it: ( for （.
char plain_form(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xef') return 0;
  const unsigned code =
      (static_cast<unsigned char>(text[1]) & 0x3fu) << 6 | (static_cast<unsigned char>(text[2]) & 0x3fu);
  return code > 0xf00 && code < 0xf5f ? static_cast<char>(code - 0xf00 + 0x20) : '\0';
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source) : source_(source) {}

  Result<std::vector<Token>> run() {
    tokens_.reserve(std::min(source_.size() / 2, kManyTokens));
    while (at_ < source_.size()) {
      if (skip_blank()) continue;
      if (is_digit(source_[at_]) || (source_[at_] == '.' && at_ + 1 < source_.size() && is_digit(source_[at_ + 1]))) {
        read_number();
      } else if (!read_superscript() && !read_name() && !read_operator() && !read_command()) {
        return foreign_sign();
      }
      if (tokens_.size() >= 2 && !failed_) check_pair();
      if (failed_) return error_;
    }
    push(TokenKind::line_end, 0);
    return std::move(tokens_);
  }

 private:
  void push(TokenKind kind, std::size_t length, std::string text = {}) {
    tokens_.push_back({kind, std::move(text), {at_, length}});
    at_ += length;
  }

  bool starts_with(std::string_view text) const { return source_.substr(at_, text.size()) == text; }

  /// Of ASCII, as nearly all of every source is: spares it the tables of signs beyond.
  bool is_plain() const { return static_cast<unsigned char>(source_[at_]) < 0x80; }

  bool skip_blank() {
    if (is_plain() && source_[at_] > ' ' && source_[at_] != '#') return false;
    for (const std::string_view blank : kBlank)
      if (starts_with(blank)) {
        at_ += blank.size();
        return true;
      }
    if (source_[at_] != '#') return false;
    at_ = std::min(source_.find('\n', at_), source_.size());
    return true;
  }

  void read_number() {
    std::size_t end = at_;
    while (end < source_.size() && is_digit(source_[end])) ++end;
    if (end < source_.size() && source_[end] == '.') ++end;
    while (end < source_.size() && is_digit(source_[end])) ++end;
    if (end < source_.size() && (source_[end] == 'e' || source_[end] == 'E')) {  // 2e3, but 2e is 2*e
      std::size_t digits = end + 1;
      if (digits < source_.size() && (source_[digits] == '+' || source_[digits] == '-')) ++digits;
      if (digits < source_.size() && is_digit(source_[digits])) {
        while (digits < source_.size() && is_digit(source_[digits])) ++digits;
        end = digits;
      }
    }
    if (end < source_.size() && source_[end] == '.') fail(make_error("bad-number", {}, {end, 1}));
    const std::size_t length = end - at_;
    push(TokenKind::number, length, std::string(source_.substr(at_, length)));
  }

  /// x² gives a superscript; e⁻ˣ gives ^(-x), and ³√x a root, where nothing stands right before it.
  bool read_superscript() {
    if (is_plain()) return false;
    std::string plain;
    std::size_t end = at_;
    for (bool found = true; found;) {
      found = false;
      for (std::size_t d = 0; d < 10 && !found; ++d)
        if (source_.substr(end, kRaisedDigits[d].size()) == kRaisedDigits[d]) {
          plain += static_cast<char>('0' + d);
          end += kRaisedDigits[d].size();
          found = true;
        }
      if (found || end >= source_.size() || static_cast<unsigned char>(source_[end]) < 0x80) continue;
      const std::string_view letter = source_.substr(end, character_length(source_.substr(end)));
      const std::string_view sign = find_sign(kRaised, letter);
      plain += sign;
      end += sign.empty() ? 0 : letter.size();
      found = !sign.empty();
    }
    const std::size_t digits = std::min(plain.find_first_not_of("0123456789", plain[0] == '-'), plain.size());
    if (plain.empty() || plain == "-") return false;
    const bool is_integer = digits == plain.size();
    const bool touches = !tokens_.empty() && tokens_.back().span.position + tokens_.back().span.length == at_ &&
                         tokens_.back().kind <= TokenKind::superscript;
    if (is_integer && plain[0] != '-' && !touches && source_.substr(end, 3) == "√") {
      push(TokenKind::root, end + 3 - at_, plain);
    } else if (is_integer) {
      push(TokenKind::superscript, end - at_, plain);
    } else {
      push_raised(plain, end - at_);
    }
    return true;
  }

  /// x^(n+1) for xⁿ⁺¹; every token stands where the raised text stands.
  void push_raised(std::string_view plain, std::size_t length) {
    const Span span{at_, length};
    tokens_.push_back({TokenKind::power, {}, span});
    tokens_.push_back({TokenKind::open, "(", span});
    for (std::size_t i = 0; i < plain.size();) {
      const std::size_t begin = i++;
      while (is_digit(plain[begin]) && i < plain.size() && is_digit(plain[i])) ++i;
      const TokenKind kind = plain[begin] == '-'      ? TokenKind::minus
                             : plain[begin] == '+'    ? TokenKind::plus
                             : is_digit(plain[begin]) ? TokenKind::number
                                                      : TokenKind::name;
      tokens_.push_back({kind, std::string(plain.substr(begin, i - begin)), span});
    }
    push(TokenKind::close, length, ")");
  }

  /// A letter, then letters, digits, underscores, in plain or Greek or lowered form. A Greek letter begins a name of
  /// its own, and lowered digits end one, where a letter follows: 2πr is 2*pi*r, αx is alpha*x, w₁x is w1*x.
  bool read_name() {
    std::string name;
    std::size_t end = at_;
    bool is_closed = false;  // to letters
    while (end < source_.size()) {
      const char c = source_[end];
      if ((is_letter(c) && !is_closed) || (!name.empty() && (is_digit(c) || c == '_'))) {
        name += c;
        is_closed = is_closed && c != '_';
        ++end;
        continue;
      }
      if (c == '{' && !name.empty() && name.back() == '_') {  // x_{12}
        const std::size_t index = end + 1;
        end = index;
        while (end < source_.size() && (is_letter(source_[end]) || is_digit(source_[end]))) ++end;
        if (end > index && end < source_.size() && source_[end] == '}') {
          name += source_.substr(index, end++ - index);
          is_closed = true;
          continue;
        }
        end = index - 1;
        break;
      }
      if (static_cast<unsigned char>(c) < 0x80) break;
      const std::string_view letter = source_.substr(end, character_length(source_.substr(end)));
      std::string plain(greek_name(letter));
      if (!plain.empty() && !name.empty() && name.back() != '_') break;
      for (std::size_t d = 0; d < 10 && !name.empty(); ++d)
        if (letter == kSubscripts[d]) plain = static_cast<char>('0' + d);
      if (plain.empty()) break;
      is_closed = true;
      name += plain;
      end += letter.size();
    }
    if (name.empty()) return false;
    push(TokenKind::name, end - at_, name);
    return true;
  }

  bool read_operator() {
    if (source_.substr(at_, 2) == "->" || source_.substr(at_, 2) == "=>") return false;
    const char wide = plain_form(source_.substr(at_));
    const std::string_view here = wide ? std::string_view(&wide, 1) : source_.substr(at_);
    for (const Operator& candidate : kOperators)
      if (candidate.sign[0] == here[0] && here.substr(0, candidate.sign.size()) == candidate.sign) {
        std::string text;
        if (candidate.kind == TokenKind::open || candidate.kind == TokenKind::close) text = candidate.sign;
        if (candidate.sign == "∛" || candidate.sign == "∜") text = candidate.sign == "∛" ? "3" : "4";
        push(candidate.kind, wide ? 3 : candidate.sign.size(), text);
        return true;
      }
    return false;
  }

  /// LaTeX that says the same as plain text: \sin, \alpha, \cdot. Not \frac, whose parts have to be told apart.
  bool read_command() {
    if (source_[at_] != '\\' || at_ + 1 == source_.size()) return false;
    std::size_t end = at_ + 1;
    while (end < source_.size() && is_letter(source_[end])) ++end;
    const std::string_view name = source_.substr(at_ + 1, end - at_ - 1);
    if (name.empty()) {  // \, and \; and \! are spaces
      if (std::string_view(",;:! ").find(source_[end]) == std::string_view::npos) return false;
      at_ = end + 1;
      return true;
    }
    for (const Sign& command : kCommands) {
      if (command.letter != name) continue;
      if (command.name.empty())
        at_ = end;
      else
        push(command.name == "*"   ? TokenKind::times
             : command.name == "/" ? TokenKind::divide
                                   : TokenKind::bar,
             end - at_);
      return true;
    }
    if (name == "log" && source_.substr(end, 1) == "_") return ++at_, read_name();  // \log_{10}
    if (!find_function(name) && !is_greek_name(name)) return false;
    std::string text(name);
    if (source_.substr(end, 1) == "_") {  // \alpha_1
      const std::size_t begin = at_++;
      read_name();
      tokens_.back().span = {begin, at_ - begin};
      return true;
    }
    push(TokenKind::name, end - at_, text);
    return true;
  }

  /// What to do about the sign here, which has no meaning in a formula.
  Error foreign_sign() const {
    const std::string_view here = source_.substr(at_);
    if (here[0] == '\\') {
      std::size_t length = 1;
      while (length < here.size() && is_letter(here[length])) ++length;
      const std::string_view name = here.substr(1, length - 1);
      if (name.ends_with("frac")) return make_error("latex-fraction", {}, {at_, length});
      if (length > 1) return make_error("latex", {{"command", std::string(here.substr(0, length))}}, {at_, length});
    }
    if (const char wide = plain_form(here))
      return make_error("wide-character",
                        {{"character", std::string(here.substr(0, 3))}, {"plain", std::string(1, wide)}}, {at_, 3});
    if (here.substr(1, 1) == ">" && (here[0] == '-' || here[0] == '='))
      return make_error("arrow", {{"character", std::string(here.substr(0, 2))}}, {at_, 2});
    for (const Sign& sign : kForeign) {
      if (here.substr(0, sign.letter.size()) != sign.letter) continue;
      const bool follows = !tokens_.empty() && tokens_.back().kind != TokenKind::line_end &&
                           tokens_.back().span.position + tokens_.back().span.length == at_;
      const std::string_view code = sign.name == "prime" && !follows ? "quotes" : sign.name;
      return make_error(code, {{"character", sign.letter}}, {at_, sign.letter.size()});
    }
    const std::size_t length = character_length(here);
    std::string shown(here.substr(0, length));
    if (length == 1 && !std::isgraph(static_cast<unsigned char>(shown[0]))) shown = "a character that cannot be seen";
    return make_error("unexpected-character", {{"character", shown}}, {at_, length});
  }

  void fail(Error error) {
    error_ = std::move(error);
    failed_ = true;
  }

  /// Signs of programming languages that are not ours, told apart from a missing operand.
  void check_pair() {
    const Token& a = tokens_[tokens_.size() - 2];
    const Token& b = tokens_.back();
    if (a.kind != b.kind || a.span.position + a.span.length != b.span.position) return;
    const Span both{a.span.position, a.span.length + b.span.length};
    if (a.kind == TokenKind::times) fail(make_error("double-star", {}, both));
    if (a.kind == TokenKind::equals) fail(make_error("double-equals", {}, both));
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  Error error_;
  bool failed_ = false;
};

}  // namespace

Result<std::vector<Token>> tokenize(std::string_view source) { return Tokenizer(source).run(); }

std::string_view greek_name(std::string_view letter) { return find_sign(kGreek, letter); }

std::string_view greek_letter(std::string_view name) {
  if (name == "yhat" || name == "l") return {};
  for (const Sign& sign : kGreek)
    if (sign.name == name) return sign.letter;
  return {};
}

bool is_greek_name(std::string_view name) { return !greek_letter(name).empty(); }

}  // namespace chainwise::calculus
