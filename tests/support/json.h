// Reads the JSON of the oracle tables: enough of it for files that we trust, no more.
//
//     const Json table = read_json("backprop.json");
//     double loss = table["nets"][0]["loss"].number;
#pragma once

#include <map>
#include <string>
#include <vector>

namespace chainwise::test {

struct Json {
  double number = 0.0;
  std::string text;
  std::vector<Json> items;
  std::map<std::string, Json> members;

  const Json& operator[](std::size_t index) const { return items.at(index); }
  const Json& operator[](const std::string& name) const { return members.at(name); }
  /// All numbers in nested lists, row by row.
  std::vector<double> flat() const;
};

/// A file of tests/data.
Json read_json(const std::string& name);

}  // namespace chainwise::test
