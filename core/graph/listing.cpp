#include "core/graph/listing.h"

#include <unordered_set>

#include "core/calculus/differentiate.h"
#include "core/calculus/functions.h"
#include "core/calculus/print_infix.h"
#include "core/graph/listing_words.h"

namespace chainwise::graph {
namespace {

using calculus::Op;
using Names = std::vector<std::string>;  // by node index; empty: not a node of the graph

/// Nodes of the graph are variables, all but the one that the line computes.
class CodePrinter final : public calculus::InfixPrinter {
 public:
  CodePrinter(const Pool& pool, const Names& names, const Words& words, std::optional<Expr> body)
      : InfixPrinter(pool), names_(names), words_(words), body_(body) {}

  void visit(Expr e, int place) override {
    if (!names_[e.index].empty() && e != body_) return add(names_[e.index]);
    InfixPrinter::visit(e, place);
  }

  bool is_subtracted(Expr e) const override { return InfixPrinter::is_subtracted(e) && names_[e.index].empty(); }

  void add_number(Expr e) override {
    InfixPrinter::add_number(e);
    const bool is_whole = calculus::number_text(pool_.number_of(e)).find_first_of(".e") == std::string::npos;
    if (is_whole) add(words_.whole_suffix);  // 1/3 would be 0 in C++
  }

  void add_power(std::span<const Expr> children) override {
    if (words_.power.empty()) return InfixPrinter::add_power(children, "**");
    add(words_.power);
    add_arguments(children);
  }

  void add_call(Expr e) override {
    add_owned(words_.call(calculus::row(pool_.function(e)).name));
    if (!pool_.children(e).empty()) add_arguments(pool_.children(e));
  }

 private:
  const Names& names_;
  const Words& words_;
  std::optional<Expr> body_;
};

class Lister {
 public:
  Lister(Pool& pool, const Program& program, Language language, Detail detail)
      : pool_(pool), graph_(build_graph(pool, program, detail)), words_(words_of(language)), detail_(detail) {}

  Result<std::vector<Line>> run() {
    name_nodes();
    used_.resize(calculus::functions().size());
    add_head();
    add_forward();
    add_backward();
    add_end();
    if (bytes_ > kMaxPrintedBytes) return make_error("print-too-long", {{"limit", std::to_string(kMaxPrintedBytes)}});
    std::vector<Line> all = helper_lines(words_, used_);
    all.insert(all.end(), lines_.begin(), lines_.end());
    return all;
  }

 private:
  // ---- Names ----

  /// Numbers stand in the formulas, unless the program is nothing but a number.
  bool has_variable(const Node& node) const { return node.kind != NodeKind::number || node.id == graph_.output; }

  std::string free_name(std::string name) {
    while (is_reserved(name) || !taken_.insert(name).second) name += '_';
    return name;
  }

  void name_nodes() {
    names_.resize(pool_.size());
    adjoint_.resize(pool_.size());
    std::size_t count = 0;
    for (const bool is_typed : {true, false})  // the learner's own names come first
      for (const Node& node : graph_.nodes) {
        if (!has_variable(node) || is_typed != (pool_.op(node.id) == Op::symbol && !pool_.name(node.id).empty()))
          continue;
        names_[node.id.index] = free_name(is_typed                   ? pool_.name(node.id)
                                          : node.id == graph_.output ? "h"
                                                                     : joined({"v", std::to_string(++count)}));
      }
    for (const Node& node : graph_.nodes)
      if (has_variable(node)) adjoint_[node.id.index] = free_name(joined({"d_", names_[node.id.index]}));
  }

  // ---- Lines ----

  void add_line(std::initializer_list<std::string_view> parts, std::optional<Expr> node = {}) {
    lines_.push_back({joined({words_.indent, joined(parts)}), node, is_backward_});
    bytes_ += lines_.back().text.size();
  }

  void assign(std::string_view name, std::string_view value, Expr node) {
    add_line({words_.declare, name, " = ", value, words_.end}, node);
  }

  std::string code(Expr e, CodePrinter::Place place, std::optional<Expr> body = {}) {
    names_.resize(pool_.size());  // local derivatives are new expressions
    for (const Expr part : calculus::reachable(pool_, e))
      if (pool_.op(part) == Op::call) used_[pool_.function(part).row] = 1;
    auto text = CodePrinter(pool_, names_, words_, body).run(e, place);
    if (text) return *std::move(text);
    bytes_ = kMaxPrintedBytes + 1;
    return {};
  }

  void add_head() {
    std::string head(words_.function[0]);
    std::string_view separator;
    for (const Node& node : graph_.nodes) {
      if (node.kind != NodeKind::input) continue;
      head += joined({separator, words_.parameter, names_[node.id.index]});
      separator = ", ";
    }
    lines_.push_back({joined({head, words_.function[1]})});
  }

  void add_forward() {
    add_line({words_.comment, "Forward: each value once."});
    for (const Node& node : graph_.nodes)
      if (has_variable(node) && node.kind != NodeKind::input)
        assign(names_[node.id.index], code(node.body, CodePrinter::alone, node.body), node.id);
  }

  void add_backward() {
    is_backward_ = true;
    const std::string& output = adjoint_[graph_.output.index];
    add_line({words_.comment, "Backward: ", output, " is the derivative of the output by itself."});
    assign(output, joined({"1", words_.whole_suffix}), graph_.output);
    std::vector<char> reached(adjoint_.size());
    reached[graph_.output.index] = 1;
    for (auto node = graph_.nodes.rbegin(); node != graph_.nodes.rend(); ++node) {
      for (std::size_t i = 0; i < node->arguments.size() && reached[node->id.index]; ++i) {
        const Expr from = node->arguments[i].from;
        const std::string& name = adjoint_[from.index];
        if (name.empty()) continue;  // a number: nobody can move it
        const std::string part = contribution(*node, i);
        if (reached[from.index])
          add_line({name, " += ", part, words_.end}, from);
        else
          assign(name, part, from);
        reached[from.index] = 1;
      }
    }
  }

  std::string contribution(const Node& node, std::size_t argument) {
    const Expr local = local_formula(pool_, node, argument, detail_);
    const std::string& upstream = adjoint_[node.id.index];
    if (pool_.is_integer(local, 1)) return upstream;
    if (pool_.op(local) == Op::negate && pool_.is_integer(pool_.child(local, 0), 1)) return joined({"-", upstream});
    return joined({upstream, "*", code(local, CodePrinter::later_factor)});
  }

  void add_end() {
    std::string end = joined({words_.answer[0], names_[graph_.output.index], words_.answer[1]});
    std::string_view separator;
    for (const Node& node : graph_.nodes) {
      if (node.kind != NodeKind::input) continue;
      end += joined(
          {separator, words_.entry[0], pool_.name(node.id), words_.entry[1], adjoint_[node.id.index], words_.entry[2]});
      separator = ", ";
    }
    add_line({end, words_.answer[2]});
    if (!words_.close.empty()) lines_.push_back({std::string(words_.close), {}, true});
  }

  Pool& pool_;
  const Graph graph_;
  const Words& words_;
  const Detail detail_;
  Names names_;
  Names adjoint_;
  std::unordered_set<std::string> taken_;
  std::vector<char> used_;  // by row of the function table
  std::vector<Line> lines_;
  std::size_t bytes_ = 0;
  bool is_backward_ = false;
};

}  // namespace

Result<std::vector<Line>> listing(Pool& pool, const Program& source, Language language, Detail detail) {
  const Result<Program> program = calculus::resolve_derivatives(pool, source);
  if (!program.ok()) return program.error();
  return Lister(pool, program.value(), language, detail).run();
}

}  // namespace chainwise::graph
