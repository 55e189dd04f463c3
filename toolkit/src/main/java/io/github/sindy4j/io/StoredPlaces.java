package io.github.sindy4j.io;

import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Notes where samples stand while they go by; trajectories must not be mixed. */
final class StoredPlaces implements StoredScan.Follower {
  /** How many blocks the sample is taken from. */
  private static final int SAMPLED = 8;

  private final Place place;
  private final List<Long> firsts = new ArrayList<>(List.of(0L));

  StoredPlaces(Place place) {
    this.place = place;
  }

  @Override
  public void admit(StoredRun run, long line, long number) {
    if (run.size() > 0 && run.start() + run.size() != number) {
      throw new Unsupported(
          "stream-mixed",
          place.line(line).text(),
          "trajectory " + run.id() + " goes on after rows of others",
          "Sort the rows by trajectory, pipe them (sindy4j fit - < FILE), or leave out --stream");
    }
  }

  @Override
  public void take(StoredRun run, RowBlock block, int row) {}

  @Override
  public void endBlock(long samples) {
    firsts.add(samples);
  }

  /** Which sample stands where. */
  StoredIndex index(List<StoredRun> runs) {
    return new StoredIndex(
        firsts.stream().mapToLong(Long::longValue).toArray(),
        runs.stream().map(StoredRun::id).toList(),
        runs.stream().mapToLong(StoredRun::start).toArray());
  }

  /** The samples of a few blocks, evenly spread, each with its own gaps. */
  List<Trajectory> sample(StoredData data, List<StoredRun> runs, List<StoredData.Part> parts) {
    List<Trajectory> stretches = new ArrayList<>();
    int blocks = firsts.size() - 1;
    int taken = Math.min(SAMPLED, blocks);
    for (int k = 0; k < taken; k++) {
      int block = (int) ((long) blocks * k / taken);
      for (int trajectory = 0; trajectory < runs.size(); trajectory++) {
        StoredRun run = runs.get(trajectory);
        long from = Math.max(0, firsts.get(block) - run.start());
        long to = Math.min(run.size(), firsts.get(block + 1) - run.start());
        if (from < to) {
          stretches.add(stretch(data, trajectory, parts.get(trajectory), (int) from, (int) to));
        }
      }
    }
    return stretches;
  }

  private static Trajectory stretch(
      StoredData data, int trajectory, StoredData.Part part, int from, int to) {
    TreeSet<Integer> gaps = new TreeSet<>();
    for (Segment segment : part.segments()) {
      if (segment.from() > from && segment.from() < to) {
        gaps.add(segment.from() - from);
      }
    }
    Trajectory stretch = data.samples(trajectory, from, to);
    return gaps.isEmpty() ? stretch : stretch.withGapsBefore(gaps);
  }
}
