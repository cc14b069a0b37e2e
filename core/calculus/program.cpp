#include "core/calculus/program.h"

#include <algorithm>

namespace chainwise::calculus {

const Definition* Program::find(Expr name) const {
  for (const Definition& definition : definitions)
    if (definition.name == name) return &definition;
  return nullptr;
}

std::vector<Expr> evaluation_order(const Pool& pool, const Program& program) {
  std::vector<char> placed(pool.size(), 0);
  std::vector<Expr> order;
  const auto place = [&](Expr e) {
    if (!placed[e.index]) order.push_back(e);
    placed[e.index] = 1;
  };
  for (const Definition& definition : program.definitions) {
    const std::size_t begin = order.size();
    place(definition.formula);
    for (std::size_t i = begin; i < order.size(); ++i)
      for (const Expr child : pool.children(order[i])) place(child);
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin), order.end());
    place(definition.name);
  }
  return order;
}

Result<Program> with_output(const Pool& pool, Program program, std::string_view output) {
  if (output.empty()) return program;
  std::string known;
  for (std::size_t i = 0; i < program.definitions.size(); ++i) {
    const std::string& name = pool.name(program.definitions[i].name);
    if (name == output) {
      program.definitions.resize(i + 1);
      return program;
    }
    if (!name.empty()) known += (known.empty() ? "" : ", ") + name;
  }
  return make_error("unknown-name", {{"what", "definition"}, {"name", output}, {"known", known}});
}

}  // namespace chainwise::calculus
