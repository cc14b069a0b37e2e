#include "core/calculus/print_internal.h"

namespace chainwise::calculus {
namespace {

/// What LaTeX and MathML write for the same thing; the layout above them is one.
struct Marks {
  std::string_view fraction[3];  // before, between, after
  std::string_view power[3];
  std::string_view root[2];
  std::string_view cube_root[2];
  std::string_view nth_root[3];  // index first in LaTeX, last in MathML
  std::string_view bars[2];
  std::string_view brackets[2];
  std::string_view tall_brackets[2];
  std::string_view plus, minus, sign, dot, juxtapose, space, slash, comma, apply, d, euler;
};

constexpr Marks kLatex = {
    {"\\frac{", "}{", "}"},
    {"", "^{", "}"},
    {"\\sqrt{", "}"},
    {"\\sqrt[3]{", "}"},
    {"\\sqrt[", "]{", "}"},
    {"\\left|", "\\right|"},
    {"(", ")"},
    {"\\left(", "\\right)"},
    "+",
    "-",
    "-",
    " \\cdot ",
    " ",
    "\\,",
    "/",
    ", ",
    " ",
    "d",
    "e",
};

constexpr Marks kMathml = {
    {"<mfrac><mrow>", "</mrow><mrow>", "</mrow></mfrac>"},
    {"<msup><mrow>", "</mrow><mrow>", "</mrow></msup>"},
    {"<msqrt>", "</msqrt>"},
    {"<mroot><mrow>", "</mrow><mn>3</mn></mroot>"},
    {"<mroot><mrow>", "</mrow><mrow>", "</mrow></mroot>"},
    {"<mrow><mo>|</mo>", "<mo>|</mo></mrow>"},
    {"<mrow><mo>(</mo>", "<mo>)</mo></mrow>"},
    {"<mrow><mo>(</mo>", "<mo>)</mo></mrow>"},
    "<mo>+</mo>",
    "<mo>\u2212</mo>",
    "<mo>\u2212</mo>",
    "<mo>\u22c5</mo>",
    "<mo>\u2062</mo>",
    "<mo>\u2062</mo>",
    "<mo>/</mo>",
    "<mo>,</mo>",
    "<mo>\u2061</mo>",
    "<mi>d</mi>",
    "<mi>e</mi>",
};

// Where a part stands. In a script (an exponent) fractions are written with a slash, as in e^{-x^2/2}.
enum Place : int { alone, term, factor, last_factor, base, slash_left, slash_right, argument };
constexpr int kScript = 16;  // added to a place

class TypesetPrinter : public Printer<TypesetPrinter> {
 public:
  TypesetPrinter(const Pool& pool, Expr root, Format format)
      : Printer(pool), format_(format), marks_(format == Format::mathml ? kMathml : kLatex), tall_(root.index + 1) {
    for (const Expr e : reachable(pool, root)) {
      const Op op = pool.op(e);
      tall_[e.index] = op == Op::quotient || op == Op::derivative;
      for (const Expr child : pool.children(e)) tall_[e.index] = tall_[e.index] || tall_[child.index];
    }
  }

  void visit(Expr e, int where) {
    const int script = where & kScript;
    const auto place = static_cast<Place>(where & ~kScript);
    if (format_ == Format::annotated) add_owned("\\htmlData{node=" + std::to_string(e.index) + "}{");
    const bool brackets = needs_brackets(e, place, script);
    const auto& kind = tall_[e.index] && !script ? marks_.tall_brackets : marks_.brackets;
    if (brackets) add(kind[0]);
    write(e, brackets ? alone : place, script);
    if (brackets) add(kind[1]);
    if (format_ == Format::annotated) add("}");
  }

 private:
  bool needs_brackets(Expr e, Place place, int script) const {
    switch (pool_.op(e)) {
      case Op::sum: return place != alone;
      case Op::negate: return place != alone;
      case Op::product: return place == base || place == slash_right;  // (a*b)*c is written a b · c
      case Op::quotient:
        return place == base || (script && (place == factor || place == last_factor || place == slash_right));
      case Op::power: return place == base;
      case Op::derivative: return place == base;
      case Op::call: {
        const Notation notation = row(pool_.function(e)).notation;
        if (place != base) return false;
        return notation == Notation::exponential || notation == Notation::log_base || is_open_call(e);
      }
      default: return false;
    }
  }

  void write(Expr e, Place place, int script) {
    const std::span<const Expr> children = pool_.children(e);
    switch (pool_.op(e)) {
      case Op::number: write_number(number_text(pool_.number_of(e))); break;
      case Op::symbol:
        add_owned(format_ == Format::mathml ? name_mathml(pool_.name(e)) : name_latex(pool_.name(e)));
        break;
      case Op::sum:
        for (std::size_t i = 0; i < children.size(); ++i) {
          const bool minus = pool_.op(children[i]) == Op::negate;
          if (i > 0 || minus) add(minus ? (i == 0 ? marks_.sign : marks_.minus) : marks_.plus);
          add(minus ? pool_.child(children[i], 0) : children[i], term | script);
        }
        break;
      case Op::negate:
        add(marks_.sign);
        add(children[0], term | script);
        break;
      case Op::product:
        for (std::size_t i = 0; i < children.size(); ++i) {
          if (i > 0) add(separator(children[i - 1], children[i], script));
          add(children[i], (i + 1 == children.size() ? last_factor : factor) | script);
        }
        break;
      case Op::quotient:
        if (script) {
          add(children[0], slash_left | script);
          add(marks_.slash);
          add(children[1], slash_right | script);
        } else {
          surround(marks_.fraction, children[0], children[1], alone, alone);
        }
        break;
      case Op::power: write_power(children[0], children[1], script); break;
      case Op::call: write_call(e, children, place, script); break;
      case Op::derivative: write_derivative(children[0], children[1]); break;
    }
  }

  void surround(const std::string_view (&marks)[3], Expr a, Expr b, int place_a, int place_b) {
    add(marks[0]);
    add(a, place_a);
    add(marks[1]);
    add(b, place_b);
    add(marks[2]);
  }

  void write_number(const std::string& text) {
    const std::size_t e = text.find('e');
    if (format_ == Format::mathml) return add_owned("<mn>" + text + "</mn>");
    if (e == std::string::npos) return add_owned(text);
    const std::string exponent = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
    add_owned(text.substr(0, e) + " \\cdot 10^{" + exponent + "}");
  }

  /// sin^2 x for whole powers of functions that are written without brackets.
  void write_power(Expr base_part, Expr exponent, int script) {
    if (is_prefix_call(base_part) && pool_.op(exponent) == Op::number && pool_.number_of(exponent).exact.is_integer()) {
      add(marks_.power[0]);
      add_owned(function_name(row(pool_.function(base_part))));
      add(marks_.power[1]);
      add(exponent, alone | kScript);
      add(marks_.power[2]);
      return write_arguments(pool_.children(base_part), is_bare(base_part), script);
    }
    surround(marks_.power, base_part, exponent, base | script, alone | kScript);
  }

  void write_call(Expr e, std::span<const Expr> arguments, Place place, int script) {
    const FunctionRow& function = row(pool_.function(e));
    switch (function.notation) {
      case Notation::constant: add_owned(function_name(function)); break;
      case Notation::exponential:
        add(marks_.power[0]);
        add(marks_.euler);
        add(marks_.power[1]);
        add(arguments[0], alone | kScript);
        add(marks_.power[2]);
        break;
      case Notation::root: wrap(marks_.root, arguments[0]); break;
      case Notation::cube_root: wrap(marks_.cube_root, arguments[0]); break;
      case Notation::bars: wrap(marks_.bars, arguments[0]); break;
      case Notation::nth_root: {
        const bool index_first = format_ != Format::mathml;
        surround(marks_.nth_root, arguments[index_first ? 1 : 0], arguments[index_first ? 0 : 1], alone, alone);
        break;
      }
      case Notation::log_base:
        if (format_ == Format::mathml) {
          add("<msub><mi>log</mi><mrow>");
          add(arguments[1], alone | kScript);
          add("</mrow></msub>");
        } else {
          add("\\log_{");
          add(arguments[1], alone | kScript);
          add("}");
        }
        write_arguments(arguments.first(1), false, script);
        break;
      case Notation::prefix:
        add_owned(function_name(function));
        write_arguments(arguments, is_bare(e) && place != base, script);
        break;
    }
  }

  void wrap(const std::string_view (&marks)[2], Expr inside) {
    add(marks[0]);
    add(inside, alone);
    add(marks[1]);
  }

  void write_arguments(std::span<const Expr> arguments, bool bare, int script) {
    if (format_ == Format::mathml || bare) add(marks_.apply);
    bool tall = false;
    for (const Expr e : arguments) tall = tall || (tall_[e.index] && !script);
    const auto& brackets = tall ? marks_.tall_brackets : marks_.brackets;
    if (!bare) add(brackets[0]);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (i > 0) add(marks_.comma);
      add(arguments[i], alone | script);
    }
    if (!bare) add(brackets[1]);
  }

  void write_derivative(Expr e, Expr variable) {
    const bool is_name = pool_.op(e) == Op::symbol;
    add(marks_.fraction[0]);
    add(marks_.d);
    if (is_name) {
      add(marks_.juxtapose);
      add(e, alone);
    }
    add(marks_.fraction[1]);
    add(marks_.d);
    add(marks_.juxtapose);
    add(variable, alone);
    add(marks_.fraction[2]);
    if (is_name) return;
    const auto& brackets = tall_[e.index] ? marks_.tall_brackets : marks_.brackets;
    add(brackets[0]);
    add(e, alone);
    add(brackets[1]);
  }

  // ---- Function names and products ----

  std::string function_name(const FunctionRow& function) const {
    if (format_ != Format::mathml) return std::string(function.latex);
    if (function.name == "pi") return "<mi>π</mi>";
    if (function.name == "sigmoid") return "<mi>σ</mi>";
    if (function.name == "log2" || function.name == "log10")
      return "<msub><mi>log</mi><mn>" + std::string(function.name.substr(3)) + "</mn></msub>";
    return "<mi>" + std::string(function.name) + "</mi>";
  }

  bool is_prefix_call(Expr e) const {
    return pool_.op(e) == Op::call && row(pool_.function(e)).notation == Notation::prefix;
  }

  /// sin x, log 2x: functions with a command of their own, of a name, a number, or a number times a name.
  bool is_bare(Expr call) const {
    const FunctionRow& function = row(pool_.function(call));
    if (function.arity != 1 || function.latex.starts_with("\\operatorname") || function.latex == "\\sigma")
      return false;
    const Expr inside = pool_.child(call, 0);
    const auto is_simple = [&](Expr e) {
      return pool_.op(e) == Op::symbol || pool_.op(e) == Op::number ||
             (pool_.op(e) == Op::call && row(pool_.function(e)).notation == Notation::constant);
    };
    if (is_simple(inside)) return true;
    return pool_.op(inside) == Op::product && pool_.children(inside).size() == 2 &&
           pool_.op(pool_.child(inside, 0)) == Op::number && is_simple(pool_.child(inside, 1)) &&
           pool_.op(pool_.child(inside, 1)) != Op::number;
  }

  bool is_open_call(Expr e) const { return is_prefix_call(e) && is_bare(e); }

  /// What stands last in a factor decides whether the next one may follow without a dot.
  bool ends_open(Expr e) const {
    if (pool_.op(e) == Op::power) return is_prefix_call(pool_.child(e, 0)) && is_bare(pool_.child(e, 0));
    return is_open_call(e);
  }

  std::string_view separator(Expr left, Expr right, int script) const {
    const Op before = pool_.op(left);
    const Op after = pool_.op(right);
    const auto is_fraction = [&](Op op) { return (op == Op::quotient && !script) || op == Op::derivative; };
    const Expr right_base = after == Op::power ? pool_.child(right, 0) : right;
    if (pool_.op(right_base) == Op::number) return marks_.dot;
    if (is_fraction(before) || is_fraction(after)) return marks_.dot;
    if (after == Op::negate || before == Op::negate) return marks_.dot;
    const bool right_is_function = is_prefix_call(right_base);
    if (ends_open(left) && !right_is_function) return marks_.dot;
    if (after == Op::product || before == Op::product) return marks_.dot;
    return before == Op::number ? marks_.juxtapose : marks_.space;
  }

  Format format_;
  const Marks& marks_;
  std::vector<char> tall_;  // by node: holds a fraction, so that brackets around it have to grow
};

}  // namespace

std::optional<std::string> print_typeset(const Pool& pool, Expr e, Format format) {
  return TypesetPrinter(pool, e, format).run(e, alone);
}

}  // namespace chainwise::calculus
