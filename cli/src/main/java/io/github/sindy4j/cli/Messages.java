package io.github.sindy4j.cli;

import java.io.FileDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;

/**
 * Where messages go: standard error, or what the launcher passes in its place.
 *
 * <p>Java announces incubating modules on standard error before any of our code runs. The launcher
 * keeps that line from the user by giving Java a pipe there, and the real standard error as another
 * descriptor, whose number it names. Java has no public way to a descriptor by its number, and to
 * open {@code /dev/fd/3} anew would overwrite what others write to the same file.
 */
final class Messages {
  private Messages() {}

  static FileDescriptor descriptor() {
    int number = Integer.getInteger("sindy4j.messages", 2);
    if (number == 2) {
      return FileDescriptor.err;
    }
    try {
      Constructor<FileDescriptor> numbered = FileDescriptor.class.getDeclaredConstructor(int.class);
      numbered.setAccessible(true);
      return numbered.newInstance(number);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return FileDescriptor.err;
    }
  }
}
