#include "core/calculus/program.h"

namespace chainwise::calculus {

const Definition* Program::find(Expr name) const {
  for (const Definition& definition : definitions)
    if (definition.name == name) return &definition;
  return nullptr;
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
