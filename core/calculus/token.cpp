#include "core/calculus/token.h"

#include <cctype>
#include <cmath>

namespace chainwise::calculus {
namespace {

struct Sign {
  std::string_view letter;
  std::string_view name;
};

constexpr Sign kGreek[] = {
    {"α", "alpha"}, {"β", "beta"},  {"γ", "gamma"}, {"δ", "delta"},  {"ε", "epsilon"}, {"ζ", "zeta"},    {"η", "eta"},
    {"θ", "theta"}, {"ι", "iota"},  {"κ", "kappa"}, {"λ", "lambda"}, {"μ", "mu"},      {"ν", "nu"},      {"ξ", "xi"},
    {"π", "pi"},    {"ρ", "rho"},   {"σ", "sigma"}, {"τ", "tau"},    {"υ", "upsilon"}, {"φ", "phi"},     {"χ", "chi"},
    {"ψ", "psi"},   {"ω", "omega"}, {"Γ", "Gamma"}, {"Δ", "Delta"},  {"Θ", "Theta"},   {"Λ", "Lambda"},  {"Ξ", "Xi"},
    {"Π", "Pi"},    {"Σ", "Sigma"}, {"Φ", "Phi"},   {"Ψ", "Psi"},    {"Ω", "Omega"},   {"ϵ", "epsilon"}, {"ϕ", "phi"},
    {"µ", "mu"},  // the micro sign, which keyboards have
    {"ŷ", "yhat"},  {"ℓ", "l"},
};

constexpr std::string_view kSubscripts[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
constexpr std::string_view kSuperscripts[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

struct Operator {
  std::string_view sign;
  TokenKind kind;
};

constexpr Operator kOperators[] = {
    {"+", TokenKind::plus},      {"-", TokenKind::minus},  {"−", TokenKind::minus},  {"–", TokenKind::minus},
    {"*", TokenKind::times},     {"·", TokenKind::times},  {"×", TokenKind::times},  {"⋅", TokenKind::times},
    {"∙", TokenKind::times},     {"/", TokenKind::divide}, {"÷", TokenKind::divide}, {"∕", TokenKind::divide},
    {"^", TokenKind::power},     {"=", TokenKind::equals}, {"(", TokenKind::open},   {")", TokenKind::close},
    {"[", TokenKind::open},      {"]", TokenKind::close},  {"{", TokenKind::open},   {"}", TokenKind::close},
    {"|", TokenKind::bar},       {",", TokenKind::comma},  {"√", TokenKind::root},   {";", TokenKind::line_end},
    {"\n", TokenKind::line_end},
};

constexpr std::string_view kBlank[] = {" ", "\t", "\r", "\u00a0", "\u2009", "\u202f", "\u200b", "\ufeff"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Length in bytes of the UTF-8 character that starts `text`; 1 for a byte that starts none.
std::size_t character_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  const std::size_t length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  for (std::size_t i = 1; i < length; ++i)
    if (i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 1;
  return length;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source) : source_(source) {}

  Result<std::vector<Token>> run() {
    while (at_ < source_.size()) {
      if (skip_blank()) continue;
      if (is_digit(source_[at_]) || (source_[at_] == '.' && at_ + 1 < source_.size() && is_digit(source_[at_ + 1]))) {
        read_number();
      } else if (!read_superscript() && !read_name() && !read_operator()) {
        const std::size_t length = character_length(source_.substr(at_));
        std::string shown(source_.substr(at_, length));
        if (length == 1 && !std::isgraph(static_cast<unsigned char>(shown[0])))
          shown = "a character that cannot be seen";
        return make_error("unexpected-character", {{"character", shown}}, {at_, length});
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
    if (end < source_.size() && source_[end] == '.') {
      error_ = make_error("bad-number", {}, {end, 1});
      failed_ = true;
    }
    const std::size_t length = end - at_;
    push(TokenKind::number, length, std::string(source_.substr(at_, length)));
  }

  bool read_superscript() {
    if (is_plain()) return false;
    std::string digits;
    std::size_t end = at_;
    if (source_.substr(end, 3) == "⁻") {
      digits = "-";
      end += 3;
    }
    for (bool found = true; found;) {
      found = false;
      for (std::size_t d = 0; d < 10; ++d)
        if (source_.substr(end, kSuperscripts[d].size()) == kSuperscripts[d]) {
          digits += static_cast<char>('0' + d);
          end += kSuperscripts[d].size();
          found = true;
        }
    }
    if (digits.empty() || digits == "-") return false;
    push(TokenKind::superscript, end - at_, digits);
    return true;
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
    for (const Operator& candidate : kOperators)
      if (candidate.sign[0] == source_[at_] && starts_with(candidate.sign)) {
        push(candidate.kind, candidate.sign.size());
        return true;
      }
    return false;
  }

  /// Signs of programming languages that are not ours, told apart from a missing operand.
  void check_pair() {
    const Token& a = tokens_[tokens_.size() - 2];
    const Token& b = tokens_.back();
    if (a.kind != b.kind || a.span.position + a.span.length != b.span.position) return;
    const Span both{a.span.position, a.span.length + b.span.length};
    if (a.kind == TokenKind::times) error_ = make_error("double-star", {}, both);
    if (a.kind == TokenKind::equals) error_ = make_error("double-equals", {}, both);
    failed_ = a.kind == TokenKind::times || a.kind == TokenKind::equals;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  Error error_;
  bool failed_ = false;
};

}  // namespace

Result<std::vector<Token>> tokenize(std::string_view source) { return Tokenizer(source).run(); }

std::string_view greek_name(std::string_view letter) {
  for (const Sign& sign : kGreek)
    if (sign.letter == letter) return sign.name;
  return {};
}

std::string_view greek_letter(std::string_view name) {
  if (name == "yhat" || name == "l") return {};
  for (const Sign& sign : kGreek)
    if (sign.name == name) return sign.letter;
  return {};
}

bool is_greek_name(std::string_view name) { return !greek_letter(name).empty(); }

}  // namespace chainwise::calculus
