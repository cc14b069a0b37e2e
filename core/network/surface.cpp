#include "core/network/surface.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/network/options.h"

namespace chainwise::network {
namespace {

/// Which unit of which layer is shown.
struct Shown {
  std::size_t layer, unit;
};

Result<Shown> shown_unit(const Model& model, const SurfaceRegion& region) {
  const std::size_t last = model.layers.size() - 1;
  const std::size_t layer = region.layer.value_or(last);
  if (Status status = check_range("layer", static_cast<double>(layer), 0.0, static_cast<double>(last)); !status)
    return status.error();
  const bool inner = region.layer.has_value();
  const std::size_t unit = inner ? region.unit.value_or(0) : region.output;
  if (Status status = check_range(inner ? "unit" : "output", static_cast<double>(unit), 0.0,
                                  static_cast<double>(model.layers[layer].units - 1));
      !status)
    return status.error();
  return Shown{layer, unit};
}

Status check_region(const SurfaceRegion& region) {
  for (const auto& [what, size] : {std::pair{"columns", region.columns}, {"rows", region.rows}})
    if (Status status = check_range(what, static_cast<double>(size), 1.0, kMaxExamples); !status) return status;
  if (region.columns * region.rows > kMaxExamples || region.columns > kMaxExamples / region.rows)
    return make_error("too-many", {{"what", "columns times rows"},
                                   {"limit", std::to_string(kMaxExamples)},
                                   {"actual", std::to_string(region.columns) + " x " + std::to_string(region.rows)}});
  for (const auto& [what, pair] : {std::pair{"from", region.from}, {"to", region.to}})
    for (int axis = 0; axis < 2; ++axis)
      if (Status status = check_range(what, pair[axis], -1e300, 1e300); !status) return status;
  return success();
}

double step(const SurfaceRegion& region, int axis, std::size_t count) {
  return count > 1 ? (region.to[axis] - region.from[axis]) / static_cast<double>(count - 1) : 0.0;
}

}  // namespace

Result<std::vector<float>> make_surface(const Model& model, const double* theta, const SurfaceRegion& region,
                                        Workspace& workspace) {
  if (Status status = check_region(region); !status) return status.error();
  const auto shown = shown_unit(model, region);
  if (!shown) return shown.error();
  const auto [layer, unit] = shown.value();
  const double dx = step(region, 0, region.columns), dy = step(region, 1, region.rows);
  const std::size_t total = region.columns * region.rows;
  std::vector<float> image;  // grows instead of being cleared: a module linked for size clears byte by byte
  image.reserve(total);
  std::size_t column = 0, row = 0;
  for (std::size_t first = 0; first < total; first += kChunk) {
    const std::size_t count = std::min(kChunk, total - first);
    workspace.resize(count);
    if (first == 0 || count < kChunk)  // the other inputs stay 0 while the chunks are of one size
      for (std::size_t i = 0; i < model.input_size; ++i) std::fill_n(workspace.input(i), workspace.lanes(), 0.0);
    double* x1 = workspace.input(0);
    double* x2 = model.input_size > 1 ? workspace.input(1) : nullptr;
    for (std::size_t e = 0; e < count; ++e) {
      x1[e] = region.from[0] + dx * static_cast<double>(column);
      if (x2) x2[e] = region.from[1] + dy * static_cast<double>(row);
      if (++column == region.columns) {
        column = 0;
        ++row;
      }
    }
    forward(model, theta, workspace, layer + 1);
    const double* a = workspace.a[layer + 1].data() + unit * workspace.lanes();
    for (std::size_t e = 0; e < count; ++e) image.push_back(static_cast<float>(a[e]));
  }
  return image;
}

}  // namespace chainwise::network
