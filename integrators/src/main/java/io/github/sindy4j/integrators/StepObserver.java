package io.github.sindy4j.integrators;

/** Looks on while an explicit method runs; may end the run by throwing. */
interface StepObserver {
  /** Nobody. */
  StepObserver NONE =
      new StepObserver() {
        @Override
        public void stepped(double time, double[] state, double step) {}

        @Override
        public void stuck(double time, double shortest) {}
      };

  /** A step of this length led here and is noted down: the run may be left here. */
  void stepped(double time, double[] state, double step);

  /** The run ends here, because its steps would have to be shorter than this. */
  void stuck(double time, double shortest);
}
