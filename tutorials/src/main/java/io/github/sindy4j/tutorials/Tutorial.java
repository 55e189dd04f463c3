package io.github.sindy4j.tutorials;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A lesson: a program whose output and pictures its page quotes. The tests run every lesson and
 * compare.
 */
public interface Tutorial {
  /** The folder of its page under {@code tutorials}, such as {@code 01-lorenz}. */
  String folder();

  /** Runs the lesson: prints to {@code out}, writes pictures into {@code pictures}. */
  void run(PrintStream out, Path pictures) throws IOException;

  /** Every lesson, in order. */
  static List<Tutorial> all() {
    return List.of(
        new Lorenz(),
        new HareAndLynx(),
        new HopfRotation(),
        new TwoBody(),
        new LorenzReflection(),
        new RigidBody(),
        new DrivenOscillator(),
        new FewPoints(),
        new NoisyLorenz(),
        new DoublePendulum(),
        new CylinderWake());
  }
}
