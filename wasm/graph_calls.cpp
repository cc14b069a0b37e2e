// The calls about a program's graph.
#include "core/base/limits.h"
#include "wasm/calls.h"
#include "wasm/source.h"

namespace chainwise::wasm {
namespace {

/// What these calls are asked: a source; a name (`what` says of what) or nothing; values or nothing; options.
struct Question {
  enum class Values : bool { none, needed };

  Question(Arguments& in, std::string_view what, Values values, std::size_t place = 1)
      : source(in.text(0, "The source")) {
    if (!what.empty()) name = in.text(place++, what);
    if (values == Values::needed) at = in.numbers(place++);
    const Options options = in.options(place, {"output", "detail"});
    output = options.text("output", "");
    constexpr graph::Detail kDetails[] = {graph::Detail::definitions, graph::Detail::operations};
    detail = kDetails[options.choice("detail", "detail", "definitions, operations", 1)];
  }

  std::string_view source;
  std::string_view name;
  calculus::Bindings at;
  std::string output;
  graph::Detail detail;
};

using Values = Question::Values;

}  // namespace

Reply graph_of(Arguments& in) {
  const Question question(in, "", Values::none);
  return respond(
      in, question.source, question.output, {},
      [](Pool& pool, const Program& program) { return calculus::resolve_derivatives(pool, program); },
      [&](Answer& answer, const Program& program) { answer.graph(program, question.detail); });
}

Reply backpropagate(Arguments& in) {
  const Question question(in, "", Values::needed);
  return respond(
      in, question.source, question.output, {},
      [&](Pool& pool, const Program& program) {
        return graph::backpropagate(pool, program, question.at, question.detail);
      },
      [](Answer& answer, const graph::Trace& trace) { answer.trace(trace); });
}

Reply forward(Arguments& in) {
  const Question question(in, "The variable", Values::needed);
  return respond(
      in, question.source, question.output, {},
      [&](Pool& pool, const Program& program) {
        return graph::forward_derivative(pool, program, question.name, question.at, question.detail);
      },
      [](Answer& answer, const graph::Tangents& tangents) { answer.tangents(tangents); });
}

Reply paths(Arguments& in) {
  const Question question(in, "The variable", Values::needed);
  return respond(
      in, question.source, question.output, {},
      [&](Pool& pool, const Program& program) {
        return graph::paths(pool, program, question.name, question.at, question.detail);
      },
      [](Answer& answer, const graph::Paths& paths) { answer.paths(paths); });
}

/// A node is given by its id or by its name.
Reply explain_gradient(Arguments& in) {
  const bool is_id = in.at(1).is(Value::Kind::number);
  const std::size_t id = is_id ? in.count(1, "The node", 0, kMaxNodes) : 0;
  const Question question(in, is_id ? "" : "The node", Values::needed, is_id ? 2 : 1);
  return respond(
      in, question.source, question.output, {},
      [&](Pool& pool, const Program& program) -> Result<graph::Explanation> {
        Result<Expr> node = Expr{static_cast<std::uint32_t>(id)};
        if (!is_id) node = graph::named_node(pool, program, question.name);
        if (!node.ok()) return node.error();
        return graph::explain(pool, program, node.value(), question.at, question.detail);
      },
      [](Answer& answer, const graph::Explanation& explanation) { answer.explanation(explanation); });
}

Reply prove(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const std::string_view variable = in.text(1, "The variable");
  const calculus::Bindings at = in.numbers(2);
  const std::string output = in.options(3, {"output"}).text("output", "");
  return respond(
      in, source, output, {},
      [&](Pool& pool, const Program& program) { return graph::prove(pool, program, variable, at); },
      [](Answer& answer, const graph::Proof& proof) { answer.proof(proof); });
}

Reply listing(Arguments& in) {
  const Question question(in, "The language", Values::none);
  const std::size_t language = choose(in, "language", question.name, "cpp, python, javascript");  // as graph::Language
  return respond(
      in, question.source, question.output, {},
      [&](Pool& pool, const Program& program) {
        return graph::listing(pool, program, static_cast<graph::Language>(language), question.detail);
      },
      [](Answer& answer, const std::vector<graph::Line>& lines) { answer.listing(lines); });
}

}  // namespace chainwise::wasm
