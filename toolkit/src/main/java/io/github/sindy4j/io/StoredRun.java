package io.github.sindy4j.io;

import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.StepWatch;
import io.github.sindy4j.data.StoredData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One trajectory while its samples go by. */
final class StoredRun {
  private final String id;
  private final StepWatch watch;
  private final SortedMap<Integer, Gap> gaps = new TreeMap<>();
  private Optional<GapLog.Kind> pending = Optional.empty();
  private long start;
  private int size;
  private double first;
  private double last;

  private record Gap(GapLog.Kind kind, StepWatch.Jump jump) {}

  StoredRun(String id, StepWatch watch) {
    this.id = id;
    this.watch = watch;
  }

  String id() {
    return id;
  }

  /** The first sample, counted over the whole file. */
  long start() {
    return start;
  }

  void startAt(long sample) {
    start = sample;
  }

  /** T. */
  int size() {
    return size;
  }

  /** The first time. */
  double first() {
    return first;
  }

  /** The last time. */
  double last() {
    return last;
  }

  /** There is a gap before the next sample, if one follows. */
  void gap(GapLog.Kind kind) {
    if (pending.isEmpty()) {
      pending = Optional.of(kind);
    }
  }

  void add(double time) {
    if (pending.isPresent()) {
      if (size > 0) {
        gaps.put(size, new Gap(pending.get(), new StepWatch.Jump(last, time)));
      }
      pending = Optional.empty();
    }
    watch.add(time);
    first = size == 0 ? time : first;
    last = time;
    size++;
  }

  /** The samples from this one on before which there is a gap, as far as it can be told by now. */
  SortedSet<Integer> gapsFrom(int sample) {
    SortedSet<Integer> found = new TreeSet<>(watch.gapsFrom(sample).keySet());
    found.addAll(gaps.tailMap(sample).keySet());
    return found;
  }

  /** Its outline; tells its gaps, and adds the steps that are none. */
  StoredData.Part finish(GapLog log, StepWatch.Steps steps) {
    watch.gaps().forEach((at, jump) -> gaps.putIfAbsent(at, new Gap(GapLog.Kind.TIME_STEP, jump)));
    steps.with(watch);
    double median = gaps.isEmpty() ? Double.NaN : watch.median();
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (int at : gaps.keySet()) {
      segments.add(new Segment(from, at));
      from = at;
    }
    segments.add(new Segment(from, size));
    gaps.values()
        .forEach(
            gap -> {
              StepWatch.Jump jump = gap.jump();
              log.add(gap.kind(), id, jump.before(), jump.after(), median);
              steps.remove(jump.step());
            });
    return new StoredData.Part(id, size, segments);
  }
}
