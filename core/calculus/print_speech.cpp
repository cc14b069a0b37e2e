// Expressions as they are read aloud: -sin(x)/(2+cos(x)) is "minus sine x, over the quantity 2 plus cosine x".
//
// "The quantity" and "the fraction" stand where brackets would. They are closed by "end quantity" and "end fraction"
// unless nothing follows, so that it is heard what belongs together. Capital and small letters sound the same, and so
// do exp(x) and e^x.
#include "core/calculus/print_internal.h"
#include "core/calculus/print_primes.h"

namespace chainwise::calculus {
namespace {

/// The words around the names of functions (those are in functions.cpp). Another language is another such table.
struct Words {
  std::string_view plus, minus, sign, times, over, of, and_, base_of, of_index, squared, cubed, to_the_power;
  std::string_view quantity[2], fraction[2], derivative[2], partial, primes[3];
  std::string_view ten_to_the;
};

constexpr Words kEnglish = {
    " plus ",
    " minus ",
    "minus ",
    " times ",
    " over ",
    " of ",
    " and ",
    " to the base ",
    " of index ",
    " squared",
    " cubed",
    " to the power ",
    {"the quantity ", ", end quantity,"},
    {"the fraction ", ", end fraction,"},
    {"the derivative of ", " with respect to "},
    "the partial derivative of ",
    {" prime", " double prime", " triple prime"},
    " times 10 to the power ",
};

class SpeechPrinter final : public Printer {
 public:
  enum Place : int { alone, first_term, later_term, factor, numerator, denominator, base, exponent, argument };
  static constexpr int kLast = 16;  // added to a place after which nothing is said

  SpeechPrinter(const Pool& pool, Expr root, Derivatives derivatives) : Printer(pool), derivatives_(derivatives) {
    if (derivatives == Derivatives::lagrange) primes_ = PrimeReader(pool, root);
  }

  void visit(Expr e, int where) override {
    const auto place = static_cast<Place>(where & ~kLast);
    const int last = where & kLast;
    const bool brackets = needs_brackets(e, place);
    const auto& marks = pool_.op(e) == Op::quotient ? words_.fraction : words_.quantity;
    if (brackets) add(marks[0]);
    write(e, last);
    if (brackets && !last) add(marks[1]);
  }

 private:
  bool needs_brackets(Expr e, Place place) const {
    switch (pool_.op(e)) {
      case Op::number: return place >= factor && number_text(pool_.number_of(e)).find('e') != std::string::npos;
      case Op::symbol: return false;
      case Op::sum: return place != alone;
      case Op::negate:
        if (place == exponent || place == argument) return !is_atom(pool_.child(e, 0));
        return place != alone && place != first_term;
      case Op::product: return place >= factor && place != numerator;
      case Op::quotient: return place >= factor;
      case Op::power: return place == base || place == exponent;
      case Op::derivative: return place == base;
      case Op::call: return place == base && !is_atom(e);
    }
    return false;
  }

  void write(Expr e, int last) {
    const std::span<const Expr> children = pool_.children(e);
    const std::size_t count = children.size();
    switch (pool_.op(e)) {
      case Op::number: write_number(number_text(pool_.number_of(e))); break;
      case Op::symbol: add_owned(name_speech(pool_.name(e))); break;
      case Op::sum:
        for (std::size_t i = 0; i < count; ++i) {
          const bool minus = i > 0 && pool_.op(children[i]) == Op::negate;
          if (i > 0) add(minus ? words_.minus : words_.plus);
          add(minus ? pool_.child(children[i], 0) : children[i],
              (i == 0 ? first_term : later_term) | (i + 1 == count ? last : 0));
        }
        break;
      case Op::negate:
        add(words_.sign);
        add(children[0], later_term | last);
        break;
      case Op::product:
        for (std::size_t i = 0; i < count; ++i) {
          const bool joined = i == 1 && pool_.op(children[0]) == Op::number && pool_.op(children[1]) == Op::symbol;
          if (i > 0) add(joined ? " " : words_.times);
          add(children[i], factor | (i + 1 == count ? last : 0));
        }
        break;
      case Op::quotient:
        add(children[0], numerator);
        if (pool_.op(children[0]) == Op::product || (!is_atom(children[0]) && !needs_brackets(children[0], numerator)))
          add(",");
        add(words_.over);
        add(children[1], denominator | last);
        break;
      case Op::power: write_power(children[0], children[1], last); break;
      case Op::derivative:
        if (derivatives_ == Derivatives::lagrange) return write_primes(primes_(pool_, e));
        add(derivatives_ == Derivatives::partial ? words_.partial : words_.derivative[0]);
        add(children[0], argument | kLast);  // "with respect to" closes what is open
        add(words_.derivative[1]);
        add(children[1], alone);
        break;
      case Op::call: write_call(row(pool_.function(e)), children, last); break;
    }
  }

  /// J prime with respect to w, but the quantity x squared, end quantity, prime.
  void write_primes(const Primes& primes) {
    add(primes.of, base);
    int count = primes.count;
    for (; count > 3; --count) add(words_.primes[0]);
    add(words_.primes[count - 1]);
    if (!primes.has_index) return;
    add(words_.derivative[1]);
    add(primes.variable, alone);
  }

  void write_number(const std::string& text) {
    const std::size_t e = text.find('e');
    add_owned(text.substr(0, e));
    if (e == std::string::npos) return;
    add(words_.ten_to_the);
    if (text[e + 1] == '-') add(words_.sign);
    add_owned(text.substr(text[e + 1] == '+' || text[e + 1] == '-' ? e + 2 : e + 1));
  }

  /// x squared, sine squared x, x to the power n.
  void write_power(Expr below, Expr above, int last) {
    const std::string_view short_form = pool_.is_integer(above, 2)   ? words_.squared
                                        : pool_.is_integer(above, 3) ? words_.cubed
                                                                     : std::string_view{};
    if (!short_form.empty() && is_prefix_call(below)) {
      add(row(pool_.function(below)).spoken);
      add(short_form);
      return write_argument(pool_.child(below, 0), last);
    }
    add(below, base);
    if (!short_form.empty()) return add(short_form);
    add(words_.to_the_power);
    add(above, exponent | last);
  }

  void write_call(const FunctionRow& function, std::span<const Expr> arguments, int last) {
    add(function.spoken);
    switch (function.notation) {
      case Notation::constant: return;
      case Notation::exponential: add(" "); return add(arguments[0], exponent | last);
      case Notation::log_base:
      case Notation::nth_root:
        add(function.notation == Notation::nth_root ? words_.of_index : words_.base_of);
        add(arguments[1], argument);
        add(words_.of);
        return add(arguments[0], argument | last);
      case Notation::prefix:
        if (arguments.size() == 1) return write_argument(arguments[0], last);
        break;
      default: break;
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      add(i == 0 ? words_.of : words_.and_);
      add(arguments[i], argument | (i + 1 == arguments.size() ? last : 0));
    }
  }

  /// sine x, but sine of x squared.
  void write_argument(Expr e, int last) {
    add(is_atom(e) ? " " : words_.of);
    add(e, argument | last);
  }

  bool is_atom(Expr e) const { return pool_.children(e).empty(); }

  bool is_prefix_call(Expr e) const {
    if (pool_.op(e) != Op::call) return false;
    const FunctionRow& function = row(pool_.function(e));
    return function.notation == Notation::prefix && function.arity == 1;
  }

  /// "z 1" for z1, "w 1 2" for w1_2, "y hat" for yhat.
  static std::string name_speech(std::string_view name) {
    std::string spoken;
    const bool hat = name.starts_with("yhat");
    if (hat) spoken = "y hat";
    for (const char c : name.substr(hat ? 4 : 0)) {
      const bool digit = c >= '0' && c <= '9';
      const bool digit_before = !spoken.empty() && spoken.back() >= '0' && spoken.back() <= '9';
      if (c == '_' || (digit && !digit_before)) {
        if (!spoken.empty() && spoken.back() != ' ') spoken += ' ';
        if (c == '_') continue;
      }
      spoken += c;
    }
    return spoken;
  }

  const Words& words_ = kEnglish;
  Derivatives derivatives_;
  PrimeReader primes_;  // for Lagrange's notation
};

}  // namespace

std::optional<std::string> print_speech(const Pool& pool, Expr e, Derivatives derivatives) {
  return SpeechPrinter(pool, e, derivatives).run(e, SpeechPrinter::alone | SpeechPrinter::kLast);
}

}  // namespace chainwise::calculus
