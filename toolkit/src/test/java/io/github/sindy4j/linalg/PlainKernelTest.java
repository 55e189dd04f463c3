package io.github.sindy4j.linalg;

class PlainKernelTest implements KernelContract {
  @Override
  public Kernel subject() {
    return new PlainKernel();
  }
}
