// The crowd phase of the core once more in C++, line for line twin.ts in f32: what the same algorithm costs without WebAssembly. The compiler
// gets what wasm has (-O3, 128-bit SIMD of the baseline); it must not be tuned differently. In (stdin, little endian): the scene, then the
// wishes of one round after another (cpptwin.ts). Out (stdout): per round its milliseconds of CPU time as f64, when stdin ends all places as f32 x, z.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

// The world's measures come from assembly/layout.ts by way of -D: REGION_SIZE_M and what else ends in its unit.
constexpr float SPAN = REGION_SIZE_M + 2 * REGION_MARGIN_M;
constexpr float GRID_CELL = 4;
constexpr int GRID_SIDE = SPAN / GRID_CELL;
constexpr int GRID_SQUARES = GRID_SIDE * GRID_SIDE;
constexpr float SOLID_CELL = 8;
constexpr int SOLID_SIDE = SPAN / SOLID_CELL;
constexpr float HEIGHT_STEP = HEIGHT_STEP_M;
constexpr float STEP_UP = STEP_UP_M;
constexpr float BODY_HEIGHT = BODY_HEIGHT_M;
constexpr float BODY_RADIUS = BODY_RADIUS_M;
constexpr float WATER_LEVEL = WATER_LEVEL_M;
constexpr float TICK = 1.0f / TICKS_PER_SECOND;
constexpr float GRIP = 1.6f;
constexpr float TURN = 0.9f;
constexpr float DROP = 0.7f;
constexpr float MOST_PUSH = 0.25f;
constexpr float WHOLE_TURN = 6.2831853f;

struct Head {
  uint32_t bodies, ticksPerRound, heightsSide, solids, solidEntries;
  float west, north, radius;
};

struct Solid {
  float x, z, a, b, sin, cos, bottom, top, reach;
};

static bool readBytes(void *into, size_t bytes) { return fread(into, 1, bytes, stdin) == bytes; }

template <class T> static std::vector<T> readAll(size_t count) {
  std::vector<T> all(count);
  if (!readBytes(all.data(), count * sizeof(T))) exit(1);
  return all;
}

static float wrapAngle(float angle) { return angle - WHOLE_TURN * std::floor(angle / WHOLE_TURN + 0.5f); }

class Twin {
  const Head head;
  const int count;
  std::vector<float> x, z, y, vx, vz, wishX, wishZ, yaw, radius;
  std::vector<float> crowdX, crowdZ, crowdRadius, pushX, pushZ;
  std::vector<uint16_t> starts, slots, squareOf;
  const std::vector<float> heights;
  const std::vector<Solid> solids;
  const std::vector<uint32_t> isCircle, solidStarts;
  const std::vector<uint16_t> solidEntries;
  uint32_t tick = 0;
  float outX = 0, outZ = 0;

public:
  explicit Twin(const Head &h)
      : head(h), count(h.bodies), x(readAll<float>(count)), z(readAll<float>(count)), y(count), vx(count), vz(count), wishX(count),
        wishZ(count), yaw(count), radius(count, h.radius), crowdX(count), crowdZ(count), crowdRadius(count), pushX(count), pushZ(count),
        starts(GRID_SQUARES + 4), slots(count), squareOf(count), heights(readAll<float>(h.heightsSide * h.heightsSide)),
        solids(readAll<Solid>(h.solids)), isCircle(readAll<uint32_t>(h.solids)), solidStarts(readAll<uint32_t>(SOLID_SIDE * SOLID_SIDE + 1)),
        solidEntries(readAll<uint16_t>(h.solidEntries)) {
    for (int s = 0; s < count; s++) y[s] = groundAt(x[s], z[s]);
  }

  bool readWishes() { return readBytes(wishX.data(), count * sizeof(float)) && readBytes(wishZ.data(), count * sizeof(float)); }

  void writePlaces() const {
    fwrite(x.data(), sizeof(float), count, stdout);
    fwrite(z.data(), sizeof(float), count, stdout);
  }

  void step() {
    tick++;
    stride();
    sort();
    jostle();
    settle();
    face();
  }

private:
  void stride() {
    for (int s = 0; s < count; s++) {
      const float dx = wishX[s] - vx[s];
      const float dz = wishZ[s] - vz[s];
      if (dx == 0 && dz == 0 && vx[s] == 0 && vz[s] == 0) continue;
      const float change = dx * dx + dz * dz;
      const float share = change > GRIP * GRIP ? GRIP / std::sqrt(change) : 1;
      vx[s] += dx * share;
      vz[s] += dz * share;
      x[s] += vx[s] * TICK;
      z[s] += vz[s] * TICK;
    }
  }

  void sort() {
    std::fill(starts.begin(), starts.end(), 0);
    for (int s = 0; s < count; s++) {
      const int column = std::clamp(int((x[s] - head.west) / GRID_CELL), 0, GRID_SIDE - 1);
      const int row = std::clamp(int((z[s] - head.north) / GRID_CELL), 0, GRID_SIDE - 1);
      const int square = row * GRID_SIDE + column;
      squareOf[s] = square;
      starts[square + 1]++;
    }
    int total = 0;
    for (int square = 1; square <= GRID_SQUARES; square++) {
      const int here = starts[square];
      starts[square] = total;
      total += here;
    }
    for (int s = 0; s < count; s++) slots[starts[squareOf[s] + 1]++] = s;
    for (int i = 0; i < count; i++) {
      const int s = slots[i];
      crowdX[i] = x[s];
      crowdZ[i] = z[s];
      crowdRadius[i] = radius[s];
    }
    std::fill(pushX.begin(), pushX.end(), 0.0f);
    std::fill(pushZ.begin(), pushZ.end(), 0.0f);
  }

  void jostle() {
    for (int i = 0; i < count; i++) {
      const int square = squareOf[slots[i]];
      against(i, i + 1, starts[std::min(square + 2, GRID_SQUARES)]);
      const int below = square + GRID_SIDE;
      if (below >= GRID_SQUARES) continue;
      against(i, starts[below - 1], starts[std::min(below + 2, GRID_SQUARES)]);
    }
  }

  void against(int i, int from, int end) {
    const float atX = crowdX[i];
    const float atZ = crowdZ[i];
    const float r = crowdRadius[i];
    for (int j = from; j < end; j++) {
      const float dx = crowdX[j] - atX;
      const float dz = crowdZ[j] - atZ;
      const float reach = crowdRadius[j] + r;
      const float d2 = dx * dx + dz * dz;
      if (d2 >= reach * reach) continue;
      const float d = std::sqrt(d2);
      const float each = (reach - d) / 2;
      float ux, uz;
      if (d > 1e-4f) {
        ux = dx / d;
        uz = dz / d;
      } else {
        const float angle = ((i * 5 + j * 3) & 15) * 0.3926991f;
        ux = std::sin(angle);
        uz = std::cos(angle);
      }
      pushX[i] -= ux * each;
      pushZ[i] -= uz * each;
      pushX[j] += ux * each;
      pushZ[j] += uz * each;
    }
  }

  void settle() {
    for (int i = 0; i < count; i++) {
      const int s = slots[i];
      const float px = std::clamp(pushX[i], -MOST_PUSH, MOST_PUSH);
      const float pz = std::clamp(pushZ[i], -MOST_PUSH, MOST_PUSH);
      if (px == 0 && pz == 0 && vx[s] == 0 && vz[s] == 0) continue;
      x[s] += px;
      z[s] += pz;
      const float floor = keepOut(s);
      x[s] = std::clamp(x[s], head.west + 2, head.west + SPAN - 2);
      z[s] = std::clamp(z[s], head.north + 2, head.north + SPAN - 2);
      const float afloat = WATER_LEVEL - BODY_HEIGHT * 0.7f;
      const float on = std::max(floor, afloat);
      y[s] = y[s] - on > DROP ? y[s] - DROP : on;
    }
  }

  void face() {
    for (int s = tick & 1; s < count; s += 2) {
      if (vx[s] * vx[s] + vz[s] * vz[s] < 0.04f) continue;
      const float turn = wrapAngle(std::atan2(vx[s], -vz[s]) - yaw[s]);
      if (std::abs(turn) > 0.01f) yaw[s] = wrapAngle(yaw[s] + std::clamp(turn, -TURN, TURN));
    }
  }

  /** Pushes a body out of what is solid; returns the floor under it. */
  float keepOut(int s) {
    const int column = std::clamp(int((x[s] - head.west) / SOLID_CELL), 0, SOLID_SIDE - 1);
    const int row = std::clamp(int((z[s] - head.north) / SOLID_CELL), 0, SOLID_SIDE - 1);
    const uint32_t first = solidStarts[row * SOLID_SIDE + column];
    const uint32_t end = solidStarts[row * SOLID_SIDE + column + 1];
    if (first == end) return groundAt(x[s], z[s]);
    for (int pass = 0; pass < 2; pass++) {
      bool again = false;
      for (uint32_t i = first; i < end; i++) {
        const int c = solidEntries[i];
        if (y[s] + STEP_UP >= solids[c].top || y[s] + BODY_HEIGHT <= solids[c].bottom) continue;
        if (!mayTouch(c, x[s], z[s], radius[s])) continue;
        const float gap = towards(c, x[s], z[s]);
        if (gap >= radius[s]) continue;
        x[s] += outX * (radius[s] - gap);
        z[s] += outZ * (radius[s] - gap);
        again = true;
      }
      if (!again) break;
    }
    float floor = groundAt(x[s], z[s]);
    for (uint32_t i = first; i < end; i++) {
      const int c = solidEntries[i];
      if (solids[c].top <= floor || y[s] + STEP_UP < solids[c].top) continue;
      if (!mayTouch(c, x[s], z[s], BODY_RADIUS * 0.5f)) continue;
      if (towards(c, x[s], z[s]) < BODY_RADIUS * 0.5f) floor = solids[c].top;
    }
    return floor;
  }

  bool mayTouch(int c, float atX, float atZ, float within) const {
    const float dx = atX - solids[c].x;
    const float dz = atZ - solids[c].z;
    const float far = solids[c].reach + within;
    return dx * dx + dz * dz <= far * far;
  }

  float towards(int c, float atX, float atZ) {
    const Solid &solid = solids[c];
    const float dx = atX - solid.x;
    const float dz = atZ - solid.z;
    if (isCircle[c]) {
      const float d = std::sqrt(dx * dx + dz * dz);
      outX = d > 0 ? dx / d : 1;
      outZ = d > 0 ? dz / d : 0;
      return d - solid.a;
    }
    const float u = dx * solid.cos + dz * solid.sin;
    const float v = dz * solid.cos - dx * solid.sin;
    const float au = std::abs(u) - solid.a;
    const float av = std::abs(v) - solid.b;
    float nu = 0, nv = 0, gap;
    if (au > 0 && av > 0) {
      gap = std::sqrt(au * au + av * av);
      nu = au / gap;
      nv = av / gap;
    } else if (au > av) {
      nu = 1;
      gap = au;
    } else {
      nv = 1;
      gap = av;
    }
    if (u < 0) nu = -nu;
    if (v < 0) nv = -nv;
    outX = nu * solid.cos - nv * solid.sin;
    outZ = nu * solid.sin + nv * solid.cos;
    return gap;
  }

  float groundAt(float atX, float atZ) const {
    const int side = head.heightsSide;
    const float u = std::clamp((atX - head.west) / HEIGHT_STEP, 0.0f, side - 1.001f);
    const float v = std::clamp((atZ - head.north) / HEIGHT_STEP, 0.0f, side - 1.001f);
    const int column = u;
    const int row = v;
    const int at = row * side + column;
    const float fx = u - column;
    const float a = heights[at] + (heights[at + 1] - heights[at]) * fx;
    const float b = heights[at + side] + (heights[at + side + 1] - heights[at + side]) * fx;
    return a + (b - a) * (v - row);
  }
};

int main() {
  Head head;
  if (!readBytes(&head, sizeof head)) return 1;
  Twin twin(head);
  while (twin.readWishes()) {
    const clock_t from = clock();
    for (uint32_t tick = 0; tick < head.ticksPerRound; tick++) twin.step();
    const double took_ms = (clock() - from) * (1000.0 / CLOCKS_PER_SEC);
    fwrite(&took_ms, sizeof took_ms, 1, stdout);
    fflush(stdout);
  }
  twin.writePlaces();
  return 0;
}
