#include "tests/support/json.h"

#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>

namespace chainwise::test {
namespace {

class Reader {
 public:
  explicit Reader(const std::string& text) : at_(text.c_str()) {}

  Json value() {
    Json json;
    switch (next()) {
      case '{':
        for (++at_; next() != '}'; skip(',')) {
          const std::string name = string();
          skip(':');
          json.members[name] = value();
        }
        ++at_;
        break;
      case '[':
        for (++at_; next() != ']'; skip(',')) json.items.push_back(value());
        ++at_;
        break;
      case '"': json.text = string(); break;
      case 'n':  // null
        json.number = std::numeric_limits<double>::quiet_NaN();
        at_ += 4;
        break;
      default: {
        char* end = nullptr;
        json.number = std::strtod(at_, &end);
        if (end == at_) throw std::runtime_error("the oracle table is not JSON");
        at_ = end;
      }
    }
    return json;
  }

 private:
  char next() {
    while (*at_ == ' ' || *at_ == '\n') ++at_;
    return *at_;
  }
  void skip(char separator) {
    if (next() == separator) ++at_;
  }
  std::string string() {
    next();
    std::string text;
    for (++at_; *at_ != '"'; ++at_) {
      if (*at_ == '\\') ++at_;
      text += *at_;
    }
    ++at_;
    return text;
  }

  const char* at_;
};

void collect(const Json& json, std::vector<double>& numbers) {
  if (json.items.empty()) numbers.push_back(json.number);
  for (const Json& item : json.items) collect(item, numbers);
}

}  // namespace

std::vector<double> Json::flat() const {
  std::vector<double> numbers;
  collect(*this, numbers);
  return numbers;
}

Json read_json(const std::string& name) {
  std::ifstream file(std::string(CHAINWISE_TEST_DATA) + "/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return Reader(text.str()).value();
}

}  // namespace chainwise::test
