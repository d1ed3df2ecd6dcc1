namespace Isonomia.Numerics.Fitting.Nonlinear;

/// <summary>When a nonlinear fit stops.</summary>
public sealed record LevenbergMarquardtOptions
{
    /// <summary>Stop when actual and predicted reductions are below this share of the sum of squares.</summary>
    public double CostTolerance { get; init; } = 1e-8;

    /// <summary>Stop when the scaled step is below this share of the scaled parameters.</summary>
    public double StepTolerance { get; init; } = 1e-8;

    /// <summary>Stop when the cosine of residuals and every free column of the Jacobian is below this.</summary>
    public double GradientTolerance { get; init; } = 1e-10;

    /// <summary>Linearisations allowed.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>Length of the first step allowed, in scaled lengths of the initial parameters; smaller values keep
    /// the first steps closer to the start.</summary>
    public double FirstRadius { get; init; } = 100;
}
