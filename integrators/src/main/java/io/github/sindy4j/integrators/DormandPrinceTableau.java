package io.github.sindy4j.integrators;

/**
 * The coefficients of the explicit pair of order 8(5,3) and of its continuous extension.
 *
 * <p>Source: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, sections II.5 and
 * II.6 (the program DOP853); in the form of fractions, as in Commons Math 3.6.1. Numerators and
 * denominators of more than 53 bits are rounded before they are divided.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
final class DormandPrinceTableau {
  private static final double ROOT = Math.sqrt(6.0);

  /** The stages of one step; the last one is the first of the next. */
  static final int STAGES = 13;

  /** Those between are for the continuous extension. */
  static final int ALL_STAGES = 16;

  /** When each stage takes place, in parts of a step. */
  static final double[] TIMES = {
    0,
    (12.0 - 2.0 * ROOT) / 135.0,
    (6.0 - ROOT) / 45.0,
    (6.0 - ROOT) / 30.0,
    (6.0 + ROOT) / 30.0,
    1.0 / 3.0,
    1.0 / 4.0,
    4.0 / 13.0,
    127.0 / 195.0,
    3.0 / 5.0,
    6.0 / 7.0,
    1.0,
    1.0,
    1.0 / 10.0,
    1.0 / 5.0,
    7.0 / 9.0
  };

  /** b: of the state at the end of a step. */
  private static final double[] END = {
    104257.0 / 1920240.0,
    3399327.0 / 763840.0,
    66578432.0 / 35198415.0,
    -1674902723.0 / 288716400.0,
    54980371265625.0 / 176692375811392.0,
    -734375.0 / 4826304.0,
    171414593.0 / 851261400.0,
    137909.0 / 3084480.0
  };

  /** bⱼ of the first and of the sixth to twelfth stage. */
  static final Weights STATE = from(END);

  /** The error of fifth order. */
  static final Weights ERROR_5 =
      from(
          116092271.0 / 8848465920.0,
          -1871647.0 / 1527680.0,
          -69799717.0 / 140793660.0,
          1230164450203.0 / 739113984000.0,
          -1980813971228885.0 / 5654156025964544.0,
          464500805.0 / 1389975552.0,
          1606764981773.0 / 19613062656000.0,
          -137909.0 / 6168960.0);

  /** The error of third order. */
  static final Weights ERROR_3 =
      from(
          -364463.0 / 1920240.0,
          3399327.0 / 763840.0,
          66578432.0 / 35198415.0,
          -1674902723.0 / 288716400.0,
          -74684743568175.0 / 176692375811392.0,
          -734375.0 / 4826304.0,
          171414593.0 / 851261400.0,
          69869.0 / 3084480.0);

  /**
   * aᵢⱼ of each stage but the first; those of the continuous extension are taken from the state at
   * the end of the step.
   */
  private static final Weights[] INNER = {
    from(),
    weights(0b1, (12.0 - 2.0 * ROOT) / 135.0),
    weights(0b11, (6.0 - ROOT) / 180.0, (6.0 - ROOT) / 60.0),
    weights(0b101, (6.0 - ROOT) / 120.0, (6.0 - ROOT) / 40.0),
    weights(
        0b1101,
        (462.0 + 107.0 * ROOT) / 3000.0,
        (-402.0 - 197.0 * ROOT) / 1000.0,
        (168.0 + 73.0 * ROOT) / 375.0),
    weights(0b11001, 1.0 / 27.0, (16.0 + ROOT) / 108.0, (16.0 - ROOT) / 108.0),
    weights(
        0b111001,
        19.0 / 512.0,
        (118.0 + 23.0 * ROOT) / 1024.0,
        (118.0 - 23.0 * ROOT) / 1024.0,
        -9.0 / 512.0),
    weights(
        0b1111001,
        13772.0 / 371293.0,
        (51544.0 + 4784.0 * ROOT) / 371293.0,
        (51544.0 - 4784.0 * ROOT) / 371293.0,
        -5688.0 / 371293.0,
        3072.0 / 371293.0),
    weights(
        0b11111001,
        58656157643.0 / 93983540625.0,
        (-1324889724104.0 - 318801444819.0 * ROOT) / 626556937500.0,
        (-1324889724104.0 + 318801444819.0 * ROOT) / 626556937500.0,
        96044563816.0 / 3480871875.0,
        5682451879168.0 / 281950621875.0,
        -165125654.0 / 3796875.0),
    weights(
        0b111111001,
        8909899.0 / 18653125.0,
        (-4521408.0 - 1137963.0 * ROOT) / 2937500.0,
        (-4521408.0 + 1137963.0 * ROOT) / 2937500.0,
        96663078.0 / 4553125.0,
        2107245056.0 / 137915625.0,
        -4913652016.0 / 147609375.0,
        -78894270.0 / 3880452869.0),
    weights(
        0b1111111001,
        -20401265806.0 / 21769653311.0,
        (354216.0 + 94326.0 * ROOT) / 112847.0,
        (354216.0 - 94326.0 * ROOT) / 112847.0,
        -43306765128.0 / 5313852383.0,
        -20866708358144.0 / 1126708119789.0,
        14886003438020.0 / 654632330667.0,
        35290686222309375.0 / 14152473387134411.0,
        -1477884375.0 / 485066827.0),
    weights(
        0b11111111001,
        39815761.0 / 17514443.0,
        (-3457480.0 - 960905.0 * ROOT) / 551636.0,
        (-3457480.0 + 960905.0 * ROOT) / 551636.0,
        -844554132.0 / 47026969.0,
        8444996352.0 / 302158619.0,
        -2509602342.0 / 877790785.0,
        -28388795297996250.0 / 3199510091356783.0,
        226716250.0 / 18341897.0,
        1371316744.0 / 2131383595.0),
    STATE,
    behind(
        13481885573.0 / 240030000000.0,
        0.0,
        139418837528.0 / 549975234375.0,
        -11108320068443.0 / 45111937500000.0,
        -1769651421925959.0 / 14249385146080000.0,
        57799439.0 / 377055000.0,
        793322643029.0 / 96734250000000.0,
        1458939311.0 / 192780000000.0,
        -4149.0 / 500000.0),
    behind(
        1595561272731.0 / 50120273500000.0,
        975183916491.0 / 34457688031250.0,
        38492013932672.0 / 718912673015625.0,
        -1114881286517557.0 / 20298710767500000.0,
        0.0,
        0.0,
        -2538710946863.0 / 23431227861250000.0,
        8824659001.0 / 23066716781250.0,
        -11518334563.0 / 33831184612500.0,
        1912306948.0 / 13532473845.0),
    behind(
        -13613986967.0 / 31741908048.0,
        -4755612631.0 / 1012344804.0,
        42939257944576.0 / 5588559685701.0,
        77881972900277.0 / 19140370552944.0,
        22719829234375.0 / 63689648654052.0,
        0.0,
        0.0,
        0.0,
        -1199007803.0 / 857031517296.0,
        157882067000.0 / 53564469831.0,
        -290468882375.0 / 31741908048.0)
  };

  /** The last four vectors of the continuous extension. */
  static final Weights[] EXTENSION = {
    from(
        -17751989329.0 / 2106076560.0,
        4272954039.0 / 7539864640.0,
        -118476319744.0 / 38604839385.0,
        755123450731.0 / 316657731600.0,
        3692384461234828125.0 / 1744130441634250432.0,
        -4612609375.0 / 5293382976.0,
        2091772278379.0 / 933644586600.0,
        2136624137.0 / 3382989120.0,
        -126493.0 / 1421424.0,
        98350000.0 / 5419179.0,
        -18878125.0 / 2053168.0,
        -1944542619.0 / 438351368.0),
    from(
        32941697297.0 / 3159114840.0,
        456696183123.0 / 1884966160.0,
        19132610714624.0 / 115814518155.0,
        -177904688592943.0 / 474986597400.0,
        -4821139941836765625.0 / 218016305204281304.0,
        30702015625.0 / 3970037232.0,
        -85916079474274.0 / 2800933759800.0,
        -5919468007.0 / 634310460.0,
        2479159.0 / 157936.0,
        -18750000.0 / 602131.0,
        -19203125.0 / 2053168.0,
        15700361463.0 / 438351368.0),
    from(
        12627015655.0 / 631822968.0,
        -72955222965.0 / 188496616.0,
        -13145744952320.0 / 69488710893.0,
        30084216194513.0 / 56998391688.0,
        -296858761006640625.0 / 25648977082856624.0,
        569140625.0 / 82709109.0,
        -18684190637.0 / 18672891732.0,
        69644045.0 / 89549712.0,
        -11847025.0 / 4264272.0,
        -978650000.0 / 16257537.0,
        519371875.0 / 6159504.0,
        5256837225.0 / 438351368.0),
    from(
        -450944925.0 / 17550638.0,
        -14532122925.0 / 94248308.0,
        -595876966400.0 / 2573655959.0,
        188748653015.0 / 527762886.0,
        2545485458115234375.0 / 27252038150535163.0,
        -1376953125.0 / 36759604.0,
        53995596795.0 / 518691437.0,
        210311225.0 / 7047894.0,
        -1718875.0 / 39484.0,
        58000000.0 / 602131.0,
        -1546875.0 / 39484.0,
        -1262172375.0 / 8429834.0)
  };

  private DormandPrinceTableau() {}

  /** aᵢⱼ of a stage. */
  static Weights inner(int stage) {
    return INNER[stage];
  }

  /** Weights of some stages. */
  static final class Weights {
    private final int[] stages;
    private final double[] values;

    private Weights(int[] stages, double[] values) {
      this.stages = stages;
      this.values = values;
    }

    /** Σⱼ wⱼ kⱼ of entry i, in order. */
    double sum(double[][] k, int i) {
      double sum = values[0] * k[stages[0]][i];
      for (int q = 1; q < values.length; q++) {
        sum += values[q] * k[stages[q]][i];
      }
      return sum;
    }
  }

  /** Of the stages whose bits are set. */
  private static Weights weights(int bits, double... values) {
    int[] stages = new int[values.length];
    int next = 0;
    for (int j = 0; next < stages.length; j++) {
      if ((bits >> j & 1) == 1) {
        stages[next++] = j;
      }
    }
    return new Weights(stages, values);
  }

  /** Of the first stage and of those from the sixth on. */
  private static Weights from(double... values) {
    int[] stages = new int[values.length];
    for (int q = 1; q < stages.length; q++) {
      stages[q] = q + 4;
    }
    return new Weights(stages, values);
  }

  /** The same less b. */
  private static Weights behind(double... values) {
    for (int q = 0; q < END.length; q++) {
      values[q] -= END[q];
    }
    return from(values);
  }
}
