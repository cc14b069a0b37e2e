// Goldens: tables of text, one case a line, that the native and the wasm tests share.
//
//     # tests/data/parse.txt
//     2x^2 => 2*x^2
//
//     for (const Golden& golden : read_goldens("parse.txt")) ...
//
// Lines that begin with # and a blank are comments; `\n` in an input is a line break.
#pragma once

#include <string>
#include <vector>

namespace chainwise::test {

struct Golden {
  std::string input;
  std::string output;
};

/// All cases of a file of tests/data.
std::vector<Golden> read_goldens(const std::string& name);

}  // namespace chainwise::test
