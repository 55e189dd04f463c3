package io.github.sindy4j.datasets.recovery;

import io.github.sindy4j.algebra.AffineFields;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.Motions;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.RankMotions;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * F = φ(y₁, …, y_r) on [−1, 1]ᵐ, φ a polynomial of degree d with coefficients uniform on [0, 1].
 * The library holds all monomials of the degree of F; the candidates are translations, or
 * translations and rotations, each of Frobenius norm 1.
 *
 * <p>Source: Otto, Zolman, Kutz and Brunton, JMLR 26(248), 2025.
 *
 * @param kind what the yₖ are, and the candidates
 * @param m dimension
 * @param r number of the yₖ
 * @param degree d
 */
public record RecoveryFamily(Kind kind, int m, int r, int degree) {
  /** Beyond this, a library has too many terms for anything here. */
  private static final long MOST_TERMS = 5000;

  /** What the yₖ are, and the candidates. */
  public enum Kind {
    /** yₖ = uₖᵀx, the uₖ orthonormal; candidates T(m). */
    ORTHO_T("ortho-t"),
    /** yₖ = uₖᵀx, the uₖ orthonormal; candidates SE(m). */
    ORTHO_SE("ortho-se"),
    /** yₖ = ‖x − cₖ‖², the cₖ uniform on [−1, 1]ᵐ; candidates SE(m). */
    QUAD_SE("quad-se");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** How it is written: {@code ortho-t}, {@code ortho-se} or {@code quad-se}. */
    public String word() {
      return word;
    }

    /** Reads its word. */
    public static Kind parse(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new BadSetting(
                      "unknown-recovery-kind",
                      "recovery kind",
                      "is not known: " + word,
                      "Write "
                          + Arrays.stream(values())
                              .map(Kind::word)
                              .collect(Collectors.joining(", "))));
    }
  }

  /** Checks the numbers. */
  public RecoveryFamily {
    BadSetting.require(m >= 1, "recovery m", "must be at least 1 but is " + m, "5 to 50 are usual");
    BadSetting.require(
        r >= 1 && r <= m,
        "recovery r",
        "must lie between 1 and m = " + m + " but is " + r,
        "1 to 3 are usual");
    BadSetting.require(
        degree >= 1,
        "recovery degree",
        "must be at least 1 but is " + degree,
        "2 to 4 are usual; for quad-se 1 or 2");
    BadSetting.require(
        kind != Kind.QUAD_SE || r == 1 || degree > 1,
        "recovery degree",
        "is 1 for " + r + " centres",
        "A sum of squared distances is one of them: take degree 2");
    int total = kind == Kind.QUAD_SE ? 2 * degree : degree;
    BadSetting.require(
        binomial(m + total, total) <= MOST_TERMS,
        "recovery library",
        "has more than " + MOST_TERMS + " terms",
        "Take a smaller m or degree");
  }

  /** Reads {@code ortho-t:10:2:2} (kind, m, r, d). */
  public static RecoveryFamily parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 4 || !IntStream.range(1, 4).allMatch(i -> parts[i].matches("[0-9]{1,4}"))) {
      throw new BadSetting(
          "unknown-recovery-family",
          "recovery family",
          "cannot be read: " + text,
          "Write ortho-t:10:2:2, ortho-se:10:1:2 or quad-se:5:1:2: m, r and the degree");
    }
    return new RecoveryFamily(
        Kind.parse(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return String.format(Locale.ROOT, "%s:%d:%d:%d", kind.word(), m, r, degree);
  }

  /** The degree of F: d, or 2 d of squared distances. */
  public int libraryDegree() {
    return kind == Kind.QUAD_SE ? 2 * degree : degree;
  }

  /** The number of terms. */
  public int librarySize() {
    return (int) binomial(m + libraryDegree(), libraryDegree());
  }

  /** The monomials of x0, x1, …, in the order of the coefficients. */
  public Library library() {
    return PolynomialLibrary.ofDegree(libraryDegree())
        .over(IntStream.range(0, m).mapToObj(i -> "x" + i).toList());
  }

  /** Motions along which functions of the library keep the rank of L. */
  public Motions motions() {
    Library library = library();
    AffineFields fields = kind == Kind.ORTHO_T ? AffineFields.t(m) : AffineFields.se(m);
    return RankMotions.of(library, fields.on(library.variables()), Fibre.scalar(1));
  }

  /** q, the number of candidate generators. */
  public int candidates() {
    return kind == Kind.ORTHO_T ? m : m * (m + 1) / 2;
  }

  /**
   * The rank of L at almost every such F: q minus the dimension of its symmetries. Those are the
   * translations across the r directions, with rotations there; for squared distances the rotations
   * that leave the r centres, and with them all points between, where they are.
   */
  public int rank() {
    int across = m - r;
    return switch (kind) {
      case ORTHO_T -> r;
      case ORTHO_SE -> candidates() - rotations(across) - across;
      case QUAD_SE -> candidates() - rotations(across + 1);
    };
  }

  /**
   * How many parameters the functions of the library with such symmetries have: the dimension of
   * the component of {w : rank L(w) ≤ {@link #rank}} on which F lies.
   *
   * <p>Linear forms: the coefficients of φ and r (m − r) for the space of the uₖ. Squared distances
   * from points of an (r−1)-dimensional plane: polynomials of degree 2 d in r − 1 coordinates along
   * the plane and the squared distance from it, and r (m − r + 1) for the plane. For r = 1 that is
   * as many as φ and the centre have; for r &gt; 1 it is more: a rank does not know that F is a
   * polynomial of the distances.
   */
  public int freedom() {
    if (kind != Kind.QUAD_SE) {
      return (int) binomial(r + degree, degree) + r * (m - r);
    }
    long functions = 0;
    for (int squares = 0; squares <= degree; squares++) {
      functions += binomial(r - 1 + 2 * (degree - squares), r - 1);
    }
    return (int) functions + r * (m - r + 1);
  }

  /** Of dimension n. */
  private static int rotations(int n) {
    return n * (n - 1) / 2;
  }

  private static long binomial(int n, int k) {
    long product = 1;
    for (int i = 1; i <= k; i++) {
      product = Math.multiplyExact(product, n - k + i) / i;
    }
    return product;
  }
}
