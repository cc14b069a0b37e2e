#include "core/base/limits.h"
#include "core/calculus/functions.h"
#include "core/calculus/print.h"
#include "core/calculus/step.h"
#include "core/network/activation.h"
#include "core/network/dataset.h"
#include "core/network/initializer.h"
#include "core/network/loss.h"
#include "core/network/optimizer.h"
#include "wasm/calls.h"

namespace chainwise::wasm {
namespace {

using calculus::Expr;
using calculus::FunctionRow;
using calculus::Pool;

void write_words(JsonWriter& json, std::string_view key, std::string_view words, bool numbers) {
  json.array(key, [&] {
    while (!words.empty()) {
      const std::size_t space = std::min(words.find(' '), words.size());
      const std::string_view word = words.substr(0, space);
      if (!numbers)
        json.value(word);
      else if (word != "v")
        json.value(parse_double(word));  // max and min have their kink at u = v
      words.remove_prefix(std::min(space + 1, words.size()));
    }
  });
}

template <class Row>
void write_names(JsonWriter& json, std::string_view key, std::span<const Row> rows) {
  json.array(key, [&] {
    for (const Row& row : rows) json.value(row.name);
  });
}

void write_sentences(JsonWriter& json, std::string_view key, std::span<const ErrorRow> rows) {
  json.array(key, [&] {
    for (const ErrorRow& row : rows)
      json.object([&] {
        json.member("code", row.code);
        json.member("message", row.message);
      });
  });
}

void write_formula(JsonWriter& json, const Pool& pool, Expr e) {
  json.object([&] {
    json.member("node", e.index);
    json.member("text", calculus::print(pool, e, calculus::Format::text).value());
    json.member("latex", calculus::print(pool, e, calculus::Format::latex).value());
    json.member("mathml", "<math>" + calculus::print(pool, e, calculus::Format::mathml).value() + "</math>");
  });
}

void write_functions(JsonWriter& json) {
  Pool pool;
  const Expr arguments[] = {pool.symbol("u"), pool.symbol("v")};
  const std::span<const FunctionRow> rows = calculus::functions();
  for (std::uint16_t i = 0; i < rows.size(); ++i) {
    const FunctionRow& row = rows[i];
    if (row.arity == 0) continue;
    const std::span<const Expr> at(arguments, static_cast<std::size_t>(row.arity));
    json.object([&] {
      json.member("name", row.name);
      write_words(json, "aliases", row.aliases, false);
      json.member("arity", row.arity);
      json.key("formula");
      write_formula(json, pool, pool.call({i}, at));
      json.array("derivatives", [&] {
        for (std::size_t k = 0; k < at.size(); ++k) write_formula(json, pool, table_derivative(pool, {i}, k, at));
      });
      json.member("group", row.group);
      json.member("domain", row.domain);
      write_words(json, "kinks", row.kinks, true);
      json.member("activation", row.activation);
    });
  }
}

}  // namespace

Reply catalog(Arguments&) {
  JsonWriter json;
  json.object([&] {
    json.array("functions", [&] { write_functions(json); });
    json.array("constants", [&] {
      for (const FunctionRow& row : calculus::functions())
        if (row.arity == 0)
          json.object([&] {
            json.member("name", row.name);
            json.member("value", row.value(0, 0));
            json.member("latex", row.latex);
          });
    });
    json.array("rules", [&] {
      for (const calculus::Rule& rule : calculus::rules())
        json.object([&] {
          json.member("id", rule.id);
          json.member("example", rule.example);
        });
    });
    write_names(json, "activations", network::activations());
    write_names(json, "losses", network::losses());
    write_names(json, "optimizers", network::optimizers());
    write_names(json, "initializers", network::initializers());
    json.array("datasets", [&] {
      for (const network::DatasetRow& row : network::datasets())
        json.object([&] {
          json.member("name", row.name);
          json.member("inputSize", row.input_size);
          json.member("targetSize", row.target_size);
        });
    });
    write_sentences(json, "errors", error_rows());
    write_sentences(json, "notes", note_rows());
    json.object("limits", [&] {
      for (const Limit& limit : kLimits) json.member(limit.name, limit.value);
    });
  });
  return json.take();
}

}  // namespace chainwise::wasm
