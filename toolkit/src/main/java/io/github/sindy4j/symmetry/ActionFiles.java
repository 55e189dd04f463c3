package io.github.sindy4j.symmetry;

import io.github.sindy4j.notice.BadSetting;
import java.util.List;

/**
 * Reads the actions that a text names by a path ending in {@code .json}. This package knows no
 * files: {@code io.SymmetryFile::read} is one.
 */
@FunctionalInterface
public interface ActionFiles {
  /** No file is read. */
  ActionFiles NONE =
      (path, states, controls) -> {
        throw new BadSetting(
            "no-files",
            "action '" + path + "'",
            "files are not read here",
            "Give the text of an action, or pass SymmetryFile::read");
      };

  /** The action in this file, over states then controls. */
  Action read(String path, List<String> states, List<String> controls);
}
