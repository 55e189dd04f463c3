package io.github.sindy4j.io;

import io.github.sindy4j.data.PassingData;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands samples on while they go by. So many trajectories may be open at once; the one that has not
 * been heard of for the longest time is closed when there are more.
 */
final class PassingSamples implements StoredScan.Follower {
  private static final int MOST_OPEN = 1024;

  private final StoredTable<?> table;
  private final PassingData.Receiver receiver;
  private final Map<StoredRun, PassingQueue> all = new HashMap<>();
  private final Map<StoredRun, PassingQueue> open = new LinkedHashMap<>(16, 0.75f, true);
  private final List<PassingQueue> inOrder = new ArrayList<>();

  PassingSamples(StoredTable<?> table, PassingData.Receiver receiver) {
    this.table = table;
    this.receiver = receiver;
  }

  @Override
  public void admit(StoredRun run, long line, long number) {
    if (all.containsKey(run) && !open.containsKey(run)) {
      throw new Unsupported(
          "stream-mixed",
          table.table().place().line(line).text(),
          "trajectory "
              + run.id()
              + " goes on after rows of more than "
              + MOST_OPEN
              + " others, which a fit in one pass does not keep apart",
          "Sort the rows by trajectory, or write them to a file and fit that");
    }
  }

  @Override
  public void take(StoredRun run, RowBlock block, int row) {
    PassingQueue queue = open.get(run);
    if (queue == null) {
      queue = new PassingQueue(run, table.columns(), all.size(), receiver);
      all.put(run, queue);
      open.put(run, queue);
      inOrder.add(queue);
      closeOldest();
    }
    queue.add(block, row);
  }

  private void closeOldest() {
    if (open.size() > MOST_OPEN) {
      Iterator<PassingQueue> oldest = open.values().iterator();
      PassingQueue queue = oldest.next();
      oldest.remove();
      queue.close();
    }
  }

  @Override
  public void endBlock(long samples) {}

  /** All samples have gone by. */
  void end() {
    inOrder.stream().filter(queue -> open.containsKey(queue.run())).forEach(PassingQueue::close);
    open.clear();
  }

  /** Where steps were judged otherwise while they went by than in the light of all. */
  List<Notice> notices() {
    int otherwise = inOrder.stream().mapToInt(PassingQueue::otherwise).sum();
    return otherwise == 0
        ? List.of()
        : List.of(
            Notice.warning(
                "gaps-judged-early",
                otherwise
                    + (otherwise == 1 ? " time step was" : " time steps were")
                    + " taken for a gap, or for none, by the steps before, and would not be by all"
                    + " steps; name the longest step that is no gap (--max-gap)"));
  }
}
