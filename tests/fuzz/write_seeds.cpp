// Writes what the fuzzer starts from: the goldens of tests/data and random programs as one file a text, and the words
// of the language as a dictionary.
//
//     chainwise_fuzz_seeds build/fuzz/seeds build/fuzz/words.dict
#include <cstdio>
#include <fstream>
#include <set>

#include "core/calculus/functions.h"
#include "tests/support/golden.h"
#include "tests/support/random_expressions.h"

using namespace chainwise;

namespace {

std::set<std::string> seeds() {
  std::set<std::string> texts;
  for (const char* name : {"parse.txt", "mistakes.txt", "simplify.txt", "derivatives.txt", "latex.txt", "found.txt"})
    for (const test::Golden& golden : test::read_goldens(name)) {
      texts.insert(golden.input);
      if (std::string_view(name) != "latex.txt" && std::string_view(name) != "found.txt")
        texts.insert(golden.output.substr(0, golden.output.find(" | ")));
    }
  for (std::uint64_t seed = 0; seed < 100; ++seed)
    texts.insert(test::RandomExpressions(seed).program(1 + static_cast<int>(seed % 5)));
  return texts;
}

std::set<std::string> words() {
  std::set<std::string> result{"diff(", "π", "α", "σ", "·", "×", "−", "√", "²", "₁", "|", ";", "#", "x", "y1", " = "};
  for (const calculus::FunctionRow& row : calculus::functions()) {
    const std::string call = row.arity == 0 ? "" : "(";
    result.insert(std::string(row.name) + call);
    for (std::string_view rest = row.aliases; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      result.insert(std::string(rest.substr(0, end)) + call);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return result;
}

/// As libFuzzer reads it: a byte that is not ASCII is written \xNN.
std::string escaped(const std::string& word) {
  std::string text;
  for (const char c : word) {
    char code[5] = {c};
    if (static_cast<unsigned char>(c) >= 0x80)
      std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    text += code;
  }
  return text;
}

std::string file_name(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  char name[17];
  std::snprintf(name, sizeof name, "%016llx", static_cast<unsigned long long>(hash));
  return name;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return std::fprintf(stderr, "usage: chainwise_fuzz_seeds FOLDER DICTIONARY\n"), 2;
  for (const std::string& text : seeds())
    std::ofstream(std::string(arguments[1]) + "/" + file_name(text), std::ios::binary) << text;
  std::ofstream dictionary(arguments[2], std::ios::binary);
  for (const std::string& word : words()) dictionary << '"' << escaped(word) << "\"\n";
  return dictionary.good() ? 0 : 1;
}
