#include "core/graph/multiplications.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>

namespace chainwise::graph {
namespace {

/// Counts stay finite.
double saturated(double count) { return std::min(count, std::numeric_limits<double>::max()); }

/// What is free to choose: it moves, but nothing moves it.
std::vector<std::size_t> sources(const Graph& graph) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const std::vector<Argument>& arguments = graph.nodes[i].arguments;
    const auto moves = [&](const Argument& argument) { return graph.nodes[argument.place].moves; };
    if (graph.nodes[i].moves && std::none_of(arguments.begin(), arguments.end(), moves)) places.push_back(i);
  }
  return places;
}

/// One pass for each start. 64 of them run at once: which starts a node depends on are the bits of one word.
double forward_passes(const Graph& graph, const std::vector<std::size_t>& starts) {
  double count = 0;
  for (std::size_t begin = 0; begin < starts.size(); begin += 64) {
    const std::size_t end = std::min(begin + 64, starts.size());
    std::vector<std::uint64_t> depends(graph.nodes.size(), 0), seeds(graph.nodes.size(), 0);
    for (std::size_t s = begin; s < end; ++s) seeds[starts[s]] = std::uint64_t{1} << (s - begin);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
      depends[i] = seeds[i];
      for (const Argument& argument : graph.nodes[i].arguments) {
        if (seeds[i]) continue;  // the variable of a pass does not move with what it is made from
        count += std::popcount(depends[argument.place] & ~seeds[argument.place]);
        depends[i] |= depends[argument.place];
      }
    }
  }
  return count;
}

}  // namespace

std::vector<double> path_counts(const Graph& graph) {
  std::vector<double> counts(graph.nodes.size(), 0);
  counts.back() = 1;
  for (std::size_t i = graph.nodes.size(); i-- > 0;)
    for (const Argument& argument : graph.nodes[i].arguments)
      if (graph.nodes[argument.place].moves) counts[argument.place] = saturated(counts[argument.place] + counts[i]);
  return counts;
}

Multiplications multiplications(const Graph& graph, std::optional<std::size_t> place) {
  const std::vector<double> counts = path_counts(graph);
  std::vector<double> sums(graph.nodes.size(), 0);  // by place: of all paths from there to the output
  Multiplications result;
  for (std::size_t i = graph.nodes.size(); i-- > 0;) {
    const double more = i + 1 < graph.nodes.size() ? counts[i] : 0;  // one more for each path that has an edge already
    for (const Argument& argument : graph.nodes[i].arguments) {
      if (!graph.nodes[argument.place].moves) continue;
      sums[argument.place] = saturated(sums[argument.place] + sums[i] + more);
      result.reverse += more > 0 ? 1 : 0;
    }
  }
  const std::vector<std::size_t> starts = place ? std::vector<std::size_t>{*place} : sources(graph);
  for (const std::size_t start : starts) result.path_sum = saturated(result.path_sum + sums[start]);
  result.forward = forward_passes(graph, starts);
  return result;
}

}  // namespace chainwise::graph
