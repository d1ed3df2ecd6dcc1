namespace Isonomia.Numerics.Fitting;

/// <summary>How <see cref="RobustRegression"/> works. The default agrees with MATLAB's robustfit.</summary>
public sealed record RobustOptions
{
    /// <summary>MATLAB's robustfit: bisquare, leverage adjusted, the smallest residual left out of the scale.</summary>
    public static RobustOptions Default { get; } = new();

    /// <summary>As statsmodels' RLM with TukeyBiweight (and R's rlm with psi.bisquare) do: no leverage adjustment,
    /// scale from the median of all absolute residuals.</summary>
    public static RobustOptions WithoutLeverage { get; } = new() { AdjustLeverage = false };

    /// <summary>The weight function.</summary>
    public RobustWeight Weight { get; init; } = RobustWeight.Bisquare;

    /// <summary>Residuals are divided by this many scales; null for 4.685 (bisquare) or 1.345 (Huber), which give
    /// 95 % efficiency for normal errors.</summary>
    public double? Tuning { get; init; }

    /// <summary>Whether residuals are divided by sqrt(1 - leverage), and the scale is the median of all but the
    /// smallest absolute residual, as in MATLAB.</summary>
    public bool AdjustLeverage { get; init; } = true;

    /// <summary>Iterations allowed.</summary>
    public int MaxIterations { get; init; } = 50;

    /// <summary>Relative change of both coefficients at which to stop: the square root of machine precision.</summary>
    public double Tolerance { get; init; } = 1.4901161193847656e-8;

    internal double EffectiveTuning => Tuning ?? (Weight == RobustWeight.Bisquare ? 4.685 : 1.345);
}
