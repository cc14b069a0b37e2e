#include "wasm/answers.h"

#include "core/base/limits.h"
#include "core/calculus/functions.h"

namespace chainwise::wasm {
namespace {

using calculus::Format;
using calculus::Op;
using calculus::Step;

std::string partial_latex(const Pool& pool, Expr of, Expr by) {
  return "\\frac{\\partial " + calculus::name_latex(pool.name(of)) + "}{\\partial " +
         calculus::name_latex(pool.name(by)) + "}";
}

std::string_view kind_name(graph::NodeKind kind) {
  switch (kind) {
    case graph::NodeKind::input: return "input";
    case graph::NodeKind::number: return "number";
    case graph::NodeKind::operation: return "operation";
    case graph::NodeKind::definition: return "definition";
  }
  return "";
}

/// A short label for a node's card: its name, its number, or the sign of its operation.
std::string node_latex(const Pool& pool, const graph::Node& node, const std::string& operation) {
  if (pool.op(node.id) == Op::symbol && !pool.name(node.id).empty()) return calculus::name_latex(pool.name(node.id));
  if (node.kind == graph::NodeKind::number) return calculus::print(pool, node.id, Format::latex).value();
  if (operation == "add") return "+";
  if (operation == "subtract" || operation == "negate") return "-";
  if (operation == "multiply") return "\\times";
  if (operation == "divide") return "\\div";
  if (operation == "power") return "x^{n}";
  const auto function = calculus::find_function(operation);
  if (function && !calculus::row(*function).latex.empty()) return std::string(calculus::row(*function).latex);
  return "\\operatorname{" + operation + "}";
}

std::string_view reason_name(graph::Disagreement reason) {
  switch (reason) {
    case graph::Disagreement::undefined: return "undefined";
    case graph::Disagreement::kink: return "kink";
    case graph::Disagreement::rounding: return "rounding";
    case graph::Disagreement::none: break;
  }
  return "";
}

}  // namespace

Result<Formats> to_formats(const std::vector<std::string>& names) {
  Formats formats{false, false, false, false, false};
  for (const std::string& name : names) {
    if (name == "text")
      formats.text = true;
    else if (name == "latex")
      formats.latex = true;
    else if (name == "mathml")
      formats.mathml = true;
    else if (name == "annotated")
      formats.annotated = true;
    else if (name == "speech")
      formats.speech = true;
    else
      return make_error("unknown-name",
                        {{"what", "format"}, {"name", name}, {"known", "text, latex, mathml, annotated, speech"}});
  }
  return formats;
}

void Answer::formula(Expr e) {
  const auto write = [&](std::string_view key, Format format) {
    if (error_) return;
    Result<std::string> text = calculus::print(pool_, e, format);
    if (!text.ok()) {
      error_ = text.error();
      return;
    }
    const bool is_mathml = format == Format::mathml;
    json_.member(key, is_mathml ? "<math>" + text.value() + "</math>" : std::move(text).value());
  };
  json_.object([&] {
    json_.member("node", e.index);
    if (formats_.text) write("text", Format::text);
    if (formats_.latex) write("latex", Format::latex);
    if (formats_.mathml) write("mathml", Format::mathml);
    if (formats_.annotated) write("annotated", Format::annotated);
    if (formats_.speech) write("speech", Format::speech);
  });
  check_size();
}

void Answer::formulas(const std::vector<Expr>& list) {
  json_.array([&] {
    for (const Expr e : list) formula(e);
  });
}

void Answer::check_size() {
  if (!error_ && json_.size() > kMaxAnswerBytes)
    error_ = make_error("print-too-long", {{"limit", std::to_string(kMaxAnswerBytes)}});
}

void Answer::name(Expr symbol, std::string_view key) { json_.member(key, calculus::name_latex(pool_.name(symbol))); }

void Answer::nodes(const std::vector<Expr>& list, std::string_view key) {
  json_.array(key, [&] {
    for (const Expr e : list) json_.value(e.index);
  });
}

void Answer::definitions(const calculus::Program& program, std::string_view source) {
  json_.object([&] {
    json_.array("definitions", [&] {
      for (const calculus::Definition& definition : program.definitions)
        json_.object([&] {
          json_.member("name", pool_.name(definition.name));
          name(definition.name, "latex");
          json_.key("formula");
          formula(definition.formula);
          write_place(json_, source, definition.span);
        });
    });
    json_.array("inputs", [&] {
      for (const Expr input : program.inputs) json_.value(pool_.name(input));
    });
    json_.array("notes", [&] {
      for (const Note& note : program.notes) json_.object([&] { write_error(json_, note, source); });
    });
    json_.object("names", [&] {
      for (const Expr input : program.inputs) name(input, pool_.name(input));
      for (const calculus::Definition& definition : program.definitions)
        name(definition.name, pool_.name(definition.name));
    });
  });
}

void Answer::step(const Step& step) {
  json_.member("rule", step.rule);
  json_.key("before");
  formula(step.before);
  json_.key("after");
  formula(step.after);
  if (step.inner_name)
    json_.object("inner", [&] {
      json_.member("name", pool_.name(*step.inner_name));
      name(*step.inner_name, "latex");
      json_.key("formula");
      formula(step.inner);
    });
  if (step.function) json_.member("function", calculus::functions()[*step.function].name);
  if (step.label_of && step.label_by)
    json_.object("label", [&] {
      name(*step.label_of, "of");
      name(*step.label_by, "by");
    });
  nodes(step.focus, "focus");
  json_.key("terms");
  formulas(step.terms);
  json_.key("nonzero");
  formulas(step.nonzero);
}

/// Depth first without recursion: a formula nested 1,000 deep has steps nested 1,000 deep.
void Answer::steps(const calculus::Derivation& derivation, std::size_t levels) {
  struct Level {
    const std::vector<std::uint32_t>* list;
    std::size_t at;
  };
  const std::vector<std::uint32_t> none;
  std::vector<Level> stack{{levels > 0 ? &derivation.top : &none, 0}};
  json_.open('[');
  while (!stack.empty() && !error_) {
    Level& level = stack.back();
    if (level.at == level.list->size()) {
      json_.close(']');
      stack.pop_back();
      if (!stack.empty()) json_.close('}');
      continue;
    }
    const Step& next = derivation.steps[(*level.list)[level.at++]];
    json_.open('{');
    step(next);
    json_.key("steps");
    json_.open('[');
    stack.push_back({stack.size() < levels ? &next.steps : &none, 0});
  }
}

void Answer::derivation(const calculus::Derivation& derivation, std::size_t levels, Formula unsimplified) {
  json_.object([&] {
    json_.key("derivative");
    formula(derivation.derivative);
    json_.key("unsimplified");
    if (unsimplified == Formula::written)
      formula(derivation.unsimplified);
    else
      json_.object([&] { json_.member("node", derivation.unsimplified.index); });
    json_.key("steps");
    steps(derivation, levels);
  });
}

void Answer::graph(Pool& pool, const graph::Graph& graph, graph::Detail detail) {
  std::size_t edges = 0;  // the local derivative of a product has all its other factors
  for (const graph::Node& node : graph.nodes)
    edges += node.arguments.size() > 64 ? node.arguments.size() * node.arguments.size() / 64 : node.arguments.size();
  if (edges > kMaxGraphEdges) {
    error_ = make_error("graph-too-large", {{"limit", std::to_string(kMaxGraphEdges)}});
    return;
  }
  json_.object([&] {
    json_.array("nodes", [&] {
      for (const graph::Node& node : graph.nodes)
        json_.object([&] {
          const std::string operation = graph::operation_name(pool, node);
          json_.member("id", node.id.index);
          json_.member("kind", kind_name(node.kind));
          json_.member("name", pool.op(node.id) == Op::symbol ? pool.name(node.id) : std::string());
          json_.member("latex", node_latex(pool, node, operation));
          json_.member("operation", operation);
          json_.key("formula");
          formula(node.body);
          json_.member("layer", node.layer);
        });
    });
    json_.array("edges", [&] {
      for (const graph::Node& node : graph.nodes)
        for (std::size_t i = 0; i < node.arguments.size(); ++i)
          json_.object([&] {
            const Expr from = node.arguments[i].from;
            const bool named = pool.op(from) == Op::symbol && pool.op(node.id) == Op::symbol;
            json_.member("from", from.index);
            json_.member("to", node.id.index);
            json_.key("local");
            formula(graph::local_formula(pool, node, i, detail));
            json_.member("latex", named && !pool.name(node.id).empty() ? partial_latex(pool, node.id, from) : "");
          });
    });
    json_.member("output", graph.output.index);
  });
}

void Answer::trace(const graph::Trace& trace) {
  json_.object([&] {
    json_.array("nodes", [&] {
      for (const graph::NodeValue& node : trace.nodes)
        json_.object([&] {
          json_.member("id", node.id.index);
          json_.member("name", pool_.op(node.id) == Op::symbol ? pool_.name(node.id) : std::string());
          json_.member("value", node.value);
          json_.member("computed", node.gradient.has_value());
          json_.member("gradient", node.gradient.value_or(0));
          json_.array("locals", [&] {
            for (const graph::LocalDerivative& local : node.locals)
              json_.object([&] {
                json_.member("from", local.from.index);
                json_.member("value", local.value);
              });
          });
        });
    });
    json_.array("forward", [&] {
      for (const graph::ForwardEvent& event : trace.forward)
        json_.object([&] {
          json_.member("node", event.node.index);
          nodes(event.from, "from");
          json_.member("value", event.value);
        });
    });
    json_.array("backward", [&] {
      for (const graph::BackwardEvent& event : trace.backward)
        json_.object([&] {
          json_.member("node", event.node.index);
          json_.member("from", event.from.index);
          json_.member("local", event.local);
          json_.member("upstream", event.upstream);
          json_.member("contribution", event.contribution);
          json_.member("gradient", event.gradient);
        });
    });
    json_.object("gradients", [&] {
      for (const auto& [name, gradient] : trace.gradients) json_.member(name, gradient);
    });
  });
}

void Answer::proof(const graph::Proof& proof) {
  json_.object([&] {
    json_.member("symbolic", proof.symbolic);
    json_.member("reverse", proof.reverse);
    json_.member("difference", proof.difference);
    json_.member("step", proof.step);
    json_.member("agree", proof.agree());
    if (!proof.agree()) json_.member("reason", reason_name(proof.reason));
  });
}

void Answer::listing(const std::vector<graph::Line>& lines) {
  json_.object([&] {
    json_.array("lines", [&] {
      for (const graph::Line& line : lines)
        json_.object([&] {
          json_.member("text", line.text);
          if (line.node) json_.member("node", line.node->index);
          json_.member("pass", line.is_backward ? "backward" : "forward");
        });
    });
  });
}

void Answer::cause(const std::optional<calculus::Cause>& cause) {
  if (!cause) return json_.null();
  json_.object([&] {
    json_.key("formula");
    formula(cause->e);
    json_.array("arguments", [&] {
      for (const double argument : cause->arguments) json_.value(argument);
    });
    json_.member("condition", cause->condition);
  });
}

void Answer::equivalence(const calculus::Equivalence& equivalence) {
  using calculus::Verdict;
  const Verdict verdict = equivalence.verdict;
  json_.object([&] {
    json_.member("verdict", verdict == Verdict::equal       ? "equal"
                            : verdict == Verdict::different ? "different"
                                                            : "unknown");
    if (verdict == Verdict::different)
      json_.object("witness", [&] {
        for (const auto& [name, value] : equivalence.witness) json_.member(name, value);
      });
    if (verdict != Verdict::equal) return;
    if (!equivalence.steps.empty())
      json_.array("steps", [&] {
        for (const calculus::Rewrite& step : equivalence.steps)
          json_.object([&] {
            json_.member("rule", step.rule);
            json_.key("before");
            formula(step.before);
            json_.key("after");
            formula(step.after);
          });
      });
    json_.key("except");
    formulas(equivalence.except);
  });
}

std::string Answer::finish() {
  check_size();
  if (!error_ && pool_.exhausted()) error_ = make_error("too-many-nodes", {{"limit", std::to_string(kMaxNodes)}});
  if (error_) return failure_json(*error_);
  return "{\"ok\":true,\"value\":" + json_.take() + "}";
}

}  // namespace chainwise::wasm
