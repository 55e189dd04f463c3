package io.github.sindy4j.data;

import io.github.sindy4j.notice.Notice;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trajectories that come leg by leg, so that they need not be held: as often as asked, always with
 * the same bits.
 */
public interface Legs {
  /** The meaning of the columns. */
  Schema schema();

  /** How many trajectories there are. */
  int trajectories();

  /** Whether they have measured rates. */
  boolean rates();

  /** How many samples there are if nothing stops them. */
  long samples();

  /**
   * Hands on consecutive legs, trajectory after trajectory; what the user should know about them.
   */
  List<Notice> pass(Consumer<Trajectory> leg);

  /** Those of data that are held, each trajectory one leg. */
  static Legs of(Dataset data) {
    return new Legs() {
      @Override
      public Schema schema() {
        return data.schema();
      }

      @Override
      public int trajectories() {
        return data.trajectories().size();
      }

      @Override
      public boolean rates() {
        return data.hasRates();
      }

      @Override
      public long samples() {
        return data.samples();
      }

      @Override
      public List<Notice> pass(Consumer<Trajectory> leg) {
        data.trajectories().forEach(leg);
        return data.notices();
      }
    };
  }
}
