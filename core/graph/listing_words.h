// What listings write in each language: the frame of the function, and how the functions of the table are spelled.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace chainwise::graph {

enum class Language : unsigned char;
struct Line;

std::string joined(std::initializer_list<std::string_view> parts);

struct Words {
  Language language;
  std::string_view comment, indent, declare, end;
  std::string_view whole_suffix;  // behind a whole number, where numbers would be integers otherwise
  std::string_view power;         // the function for powers; empty where ** is an operator
  std::string_view function[2];   // before and after the parameters
  std::string_view parameter;     // before each
  std::string_view answer[3];     // before the value, before the derivatives, after them
  std::string_view entry[3];      // one derivative: before its name, between, after its value
  std::string_view close;         // the last line
  std::string_view library;       // the prefix of mathematical functions
  std::string_view imports;       // separated by line breaks

  /// How a call of this function (or a constant) begins.
  std::string call(std::string_view function) const;
};

const Words& words_of(Language language);

/// Imports, and a definition of each used function that the language's library lacks. `used`: by row of the table.
std::vector<Line> helper_lines(const Words& words, const std::vector<char>& used);

/// True for names that mean something already in one of the languages.
bool is_reserved(std::string_view name);

}  // namespace chainwise::graph
