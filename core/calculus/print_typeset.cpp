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
#include "core/calculus/print_shapes.h"

namespace chainwise::calculus {
namespace {

class TypesetPrinter final : public Printer {
 public:
  TypesetPrinter(const Pool& pool, Expr root, Format format, Derivatives derivatives)
      : Printer(pool),
        format_(format),
        is_mathml_(format == Format::mathml),
        marks_(is_mathml_ ? kMathml : kLatex),
        derivatives_(derivatives),
        tall_(tall_parts(pool, root, has_primes())) {
    if (has_primes()) primes_ = PrimeReader(pool, root);
  }

  void visit(Expr e, int where) override {
    const int script = where & kScript;
    const auto place = static_cast<Place>(where & ~kScript);
    if (format_ == Format::annotated) add_owned("\\htmlData{node=" + std::to_string(e.index) + "}{");
    const bool brackets = needs_brackets(pool_, e, place, script != 0);
    const auto& kind = tall_[e.index] && !script ? marks_.tall_brackets : marks_.brackets;
    if (brackets) add(kind[0]);
    write(e, !brackets && place == factor, script);
    if (brackets) add(kind[1]);
    if (format_ == Format::annotated) add("}");
  }

 private:
  void write(Expr e, bool followed, int script) {
    const std::span<const Expr> children = pool_.children(e);
    switch (pool_.op(e)) {
      case Op::number: add_owned(number_typeset(number_text(pool_.number_of(e)), is_mathml_)); break;
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
          if (i > 0) {
            const Joint kind = joint(pool_, children[i - 1], children[i], script != 0, has_primes());
            add(marks_.joint[static_cast<std::size_t>(kind)]);
          }
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
      case Op::power: write_power(children[0], children[1], followed, script); break;
      case Op::call: write_call(e, children, followed, script); break;
      case Op::derivative:
        if (has_primes())
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
  /// `function`: a name in the middle of the intent.
  void open_whole(std::string_view intent, const FunctionRow* function = nullptr, std::string_view rest = {}) {
    if (!is_mathml_) return;
    add("<mrow intent=\"");
    add(intent);
    if (function) {
      add_owned(concept_name(*function));
      add(rest);
      add(function->arity == 1 ? "($x)" : "($x,$y)");
    }
    add("\">");
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

  bool has_primes() const { return derivatives_ == Derivatives::lagrange; }

  /// sin^2 x, sin^n x; but 1/sin x is no sin^-1 x, which is the inverse.
  void write_power(Expr base_part, Expr exponent, bool followed, int script) {
    const bool is_plain = pool_.op(exponent) == Op::symbol ||
                          (pool_.op(exponent) == Op::number && pool_.number_of(exponent).exact.is_integer());
    if (is_plain && is_named_call(pool_, base_part) && takes_power(row(pool_.function(base_part)))) {
      const FunctionRow& function = row(pool_.function(base_part));
      open_whole("power(", &function, ",$exp)");
      add(marks_.function_power[0]);
      add_name(function);
      add(marks_.function_power[1]);
      add_part({"exp", exponent, alone | kScript});
      add(marks_.function_power[2]);
      write_arguments(pool_.children(base_part), is_bare_call(pool_, base_part, followed), script);
      return close();
    }
    surround(marks_.power, {"base", base_part, base | script}, {"exp", exponent, alone | kScript});
  }

  void write_call(Expr e, std::span<const Expr> arguments, bool followed, int script) {
    const FunctionRow& function = row(pool_.function(e));
    switch (function.notation) {
      case Notation::constant: add_name(function); break;
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
        write_arguments(arguments.first(1), is_bare_call(pool_, e, followed), script);
        close();
        break;
      case Notation::prefix:
        open_whole("", &function);
        add_name(function);
        write_arguments(arguments, is_bare_call(pool_, e, followed), script);
        close();
        break;
    }
  }

  void add_name(const FunctionRow& function) {
    if (is_mathml_)
      add_owned(function_mathml(function));
    else
      add(function.latex);
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
      add(marks_.joint[1]);
      add_part(operand);
      close();
    }
    add(marks_.fraction[1]);
    open_part("");
    add(d);
    add(marks_.joint[1]);
    add_part({"x", variable, alone});
    close();
    add(marks_.fraction[2]);
    if (!is_name) add_in_brackets(operand);
    close();
  }

  /// f', or f'_x where that is not clear.
  void write_primes(const Primes& primes) {
    const auto repeat = [&](std::string_view words) {
      for (int i = 0; i < primes.count; ++i) add(words);
    };
    if (is_mathml_) {
      add(primes.has_index ? "<msubsup intent=\"" : "<msup intent=\"");
      repeat("derivative(");
      add("$f");
      repeat(primes.has_index ? ",$x)" : ")");
      add("\">");
    }
    const Part operand{"f", primes.of, alone};
    if (pool_.op(primes.of) == Op::symbol)
      add_part(operand);
    else
      add_in_brackets(operand);
    if (!is_mathml_) repeat("'");
    if (primes.has_index) {
      if (!is_mathml_) add("_{");
      add_part({"x", primes.variable, alone});
      if (!is_mathml_) add("}");
    }
    if (!is_mathml_) return;
    add("<mo>");
    repeat("\u2032");
    add(primes.has_index ? "</mo></msubsup>" : "</mo></msup>");
  }

  void add_in_brackets(const Part& part) {
    const auto& brackets = tall_[part.e.index] ? marks_.tall_brackets : marks_.brackets;
    add(brackets[0]);
    add_part(part);
    add(brackets[1]);
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
