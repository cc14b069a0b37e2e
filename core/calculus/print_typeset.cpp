// LaTeX and MathML Core from one walk. In MathML every function, power, root and pending derivative says what it means
// in its `intent`, with `arg` on its parts:
//
//     sin x   <mrow intent="sine($x)"><mi>sin</mi><mo>⁡</mo><mrow arg="x"><mi>x</mi></mrow></mrow>
//
// Sums, products and fractions go without: they are read as what they are. The grammar is that of MathML 4, section 5;
// a reference is looked for inside the element, but not inside of another part, so that names may come again there.
#include "core/calculus/print_internal.h"
#include "core/calculus/print_marks.h"
#include "core/calculus/print_primes.h"

namespace chainwise::calculus {
namespace {

// Where a part stands. In a script (an exponent) fractions are written with a slash, as in e^{-x^2/2}.
enum Place : int { alone, term, factor, last_factor, base, slash_left, slash_right, argument };
constexpr int kScript = 16;  // added to a place

class TypesetPrinter : public Printer<TypesetPrinter> {
 public:
  TypesetPrinter(const Pool& pool, Expr root, Format format, Derivatives derivatives)
      : Printer(pool),
        format_(format),
        is_mathml_(format == Format::mathml),
        marks_(is_mathml_ ? kMathml : kLatex),
        derivatives_(derivatives),
        tall_(root.index + 1) {
    if (derivatives == Derivatives::lagrange) primes_ = PrimeReader(pool, root);
    for (const Expr e : reachable(pool, root)) {
      const Op op = pool.op(e);
      tall_[e.index] = op == Op::quotient || (op == Op::derivative && derivatives != Derivatives::lagrange);
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
      case Op::symbol: add_owned(is_mathml_ ? name_mathml(pool_.name(e)) : name_latex(pool_.name(e))); break;
      case Op::sum:
        for (std::size_t i = 0; i < children.size(); ++i) {
          const bool minus = pool_.op(children[i]) == Op::negate;
          if (i > 0 || minus) add(minus ? marks_.minus : marks_.plus);
          add(minus ? pool_.child(children[i], 0) : children[i], term | script);
        }
        break;
      case Op::negate:
        add(marks_.minus);
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
          surround(marks_.fraction, {"", children[0], alone}, {"", children[1], alone});
        }
        break;
      case Op::power: write_power(children[0], children[1], script); break;
      case Op::call: write_call(e, children, place, script); break;
      case Op::derivative:
        if (derivatives_ == Derivatives::lagrange)
          write_primes(primes_(pool_, e));
        else
          write_derivative(children[0], children[1]);
        break;
    }
  }

  // ---- Parts: in MathML each is an element that the intent of the whole can name ----

  struct Part {
    std::string_view name;
    Expr e;
    int place;
  };

  void open_part(std::string_view name) {
    if (!is_mathml_) return;
    add(name.empty() ? "<mrow>" : "<mrow arg=\"");
    if (name.empty()) return;
    add(name);
    add("\">");
  }
  void open_whole(std::string intent) {
    if (is_mathml_) add_owned("<mrow intent=\"" + intent + "\">");
  }
  void close() {
    if (is_mathml_) add("</mrow>");
  }
  void add_part(const Part& part) {
    open_part(part.name);
    add(part.e, part.place);
    close();
  }

  void surround(const std::string_view (&marks)[3], const Part& a, const Part& b) {
    add(marks[0]);
    add_part(a);
    add(marks[1]);
    add_part(b);
    add(marks[2]);
  }

  void wrap(const std::string_view (&marks)[2], Expr inside) {
    add(marks[0]);
    add_part({"x", inside, alone});
    add(marks[1]);
  }

  void write_number(const std::string& text) {
    const std::size_t e = text.find('e');
    const auto digits = [&](std::string some) { add_owned(is_mathml_ ? "<mn>" + some + "</mn>" : std::move(some)); };
    digits(text.substr(0, e));
    if (e == std::string::npos) return;
    add(marks_.times_ten[0]);
    add_owned(text.substr(text[e + 1] == '+' ? e + 2 : e + 1));
    add(marks_.times_ten[1]);
  }

  /// sin^2 x for whole powers of functions that are written without brackets.
  void write_power(Expr base_part, Expr exponent, int script) {
    if (is_prefix_call(base_part) && pool_.op(exponent) == Op::number && pool_.number_of(exponent).exact.is_integer()) {
      const FunctionRow& function = row(pool_.function(base_part));
      open_whole(("power(" + concept_name(function) + ",$exp)").append(argument_list(function.arity)));
      add(marks_.function_power[0]);
      add_owned(function_name(function));
      add(marks_.function_power[1]);
      add_part({"exp", exponent, alone | kScript});
      add(marks_.function_power[2]);
      write_arguments(pool_.children(base_part), is_bare(base_part), script);
      return close();
    }
    surround(marks_.power, {"base", base_part, base | script}, {"exp", exponent, alone | kScript});
  }

  void write_call(Expr e, std::span<const Expr> arguments, Place place, int script) {
    const FunctionRow& function = row(pool_.function(e));
    switch (function.notation) {
      case Notation::constant: add_owned(function_name(function)); break;
      case Notation::exponential:
        add(marks_.power[0]);
        open_part("base");
        add(marks_.euler);
        close();
        add(marks_.power[1]);
        add_part({"exp", arguments[0], alone | kScript});
        add(marks_.power[2]);
        break;
      case Notation::root: wrap(marks_.root, arguments[0]); break;
      case Notation::cube_root: wrap(marks_.cube_root, arguments[0]); break;
      case Notation::bars: wrap(marks_.bars, arguments[0]); break;
      case Notation::nth_root: {
        const Part inside{"x", arguments[0], alone};
        const Part index{"n", arguments[1], alone};
        surround(marks_.nth_root, is_mathml_ ? inside : index, is_mathml_ ? index : inside);
        break;
      }
      case Notation::log_base:
        open_whole("log($x,$base)");
        add(marks_.log_base[0]);
        add(marks_.log_base[1]);
        add_part({"base", arguments[1], alone | kScript});
        add(marks_.log_base[2]);
        write_arguments(arguments.first(1), false, script);
        close();
        break;
      case Notation::prefix:
        open_whole(concept_name(function).append(argument_list(function.arity)));
        add_owned(function_name(function));
        write_arguments(arguments, is_bare(e) && place != base, script);
        close();
        break;
    }
  }

  void write_arguments(std::span<const Expr> arguments, bool bare, int script) {
    if (is_mathml_ || bare) add(marks_.apply);
    bool tall = false;
    for (const Expr e : arguments) tall = tall || (tall_[e.index] && !script);
    const auto& brackets = tall ? marks_.tall_brackets : marks_.brackets;
    const bool single = arguments.size() == 1;
    if (single) open_part("x");  // with its brackets: "sine of, open, x plus 1, close"
    if (!bare) add(brackets[0]);
    if (single)
      add(arguments[0], alone | script);
    else
      for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (i > 0) add(marks_.comma);
        add_part({i == 0 ? "x" : "y", arguments[i], alone | script});
      }
    if (!bare) add(brackets[1]);
    if (single) close();
  }

  /// d f / d x for a name f, else d/d x (f).
  void write_derivative(Expr e, Expr variable) {
    const bool is_name = pool_.op(e) == Op::symbol;
    const bool is_partial = derivatives_ == Derivatives::partial;
    const std::string_view d = is_partial ? marks_.partial : marks_.d;
    const Part operand{"f", e, alone};
    open_whole(is_partial ? "partial-derivative($f,$x)" : "derivative($f,$x)");
    add(marks_.fraction[0]);
    if (is_name) open_part("");
    add(d);
    if (is_name) {
      add(marks_.juxtapose);
      add_part(operand);
      close();
    }
    add(marks_.fraction[1]);
    open_part("");
    add(d);
    add(marks_.juxtapose);
    add_part({"x", variable, alone});
    close();
    add(marks_.fraction[2]);
    if (!is_name) add_in_brackets(operand);
    close();
  }

  /// f', or f'_x where that is not clear.
  void write_primes(const Primes& primes) {
    std::string intent, marks;
    for (int i = 0; i < primes.count; ++i) {
      intent = "derivative(" + (i == 0 ? "$f" : intent) + (primes.has_index ? ",$x)" : ")");
      marks += is_mathml_ ? "\u2032" : "'";
    }
    if (is_mathml_) add_owned((primes.has_index ? "<msubsup intent=\"" : "<msup intent=\"") + intent + "\">");
    const Part operand{"f", primes.of, alone};
    if (pool_.op(primes.of) == Op::symbol)
      add_part(operand);
    else
      add_in_brackets(operand);
    if (!is_mathml_) add_owned(marks);
    if (primes.has_index) {
      if (!is_mathml_) add("_{");
      add_part({"x", primes.variable, alone});
      if (!is_mathml_) add("}");
    }
    if (is_mathml_) add_owned("<mo>" + marks + (primes.has_index ? "</mo></msubsup>" : "</mo></msup>"));
  }

  void add_in_brackets(const Part& part) {
    const auto& brackets = tall_[part.e.index] ? marks_.tall_brackets : marks_.brackets;
    add(brackets[0]);
    add_part(part);
    add(brackets[1]);
  }

  // ---- Function names and products ----

  /// What the function is called, as a word of the intent grammar: hyperbolic-sine.
  static std::string concept_name(const FunctionRow& function) {
    std::string name(function.spoken.substr(function.spoken.starts_with("the ") ? 4 : 0));
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
  }

  static std::string_view argument_list(int arity) { return arity == 1 ? "($x)" : "($x,$y)"; }

  std::string function_name(const FunctionRow& function) const {
    if (!is_mathml_) return std::string(function.latex);
    if (function.name == "pi") return "<mi>π</mi>";
    if (function.name == "sigmoid") return "<mi>σ</mi>";
    std::string_view name = function.latex;  // \arcsin, \operatorname{relu}, \log_{2}
    name.remove_prefix(std::min(name.find_last_of("\\{", name.find('_')) + 1, name.size()));
    const std::string letters(name.substr(0, name.find_first_of("}_")));
    if (letters != "log" || function.name == "log") return "<mi>" + letters + "</mi>";
    return "<msub><mi>log</mi><mn>" + std::string(function.name.substr(3)) + "</mn></msub>";
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
    const auto is_fraction = [&](Op op) {
      return (op == Op::quotient && !script) || (op == Op::derivative && derivatives_ != Derivatives::lagrange);
    };
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
  bool is_mathml_;
  const Marks& marks_;
  Derivatives derivatives_;
  PrimeReader primes_;      // for Lagrange's notation
  std::vector<char> tall_;  // by node: holds a fraction, so that brackets around it have to grow
};

}  // namespace

std::optional<std::string> print_typeset(const Pool& pool, Expr e, Format format, Derivatives derivatives) {
  return TypesetPrinter(pool, e, format, derivatives).run(e, alone);
}

}  // namespace chainwise::calculus
