package io.github.sindy4j.integrators;

/** Looks on while an explicit method runs; may end the run by throwing. */
interface StepWatch {
  /** Nobody. */
  StepWatch NONE =
      new StepWatch() {
        @Override
        public void evaluated(double[] x, double[] rates) {}

        @Override
        public void arrived(double step) {}

        @Override
        public void stepped(double time, double[] state) {}
      };

  /** f(x) was evaluated. */
  void evaluated(double[] x, double[] rates);

  /** A step of this length was accepted; its last stage was the last evaluation. */
  void arrived(double step);

  /** The step is noted down: the run may be left here. */
  void stepped(double time, double[] state);
}
