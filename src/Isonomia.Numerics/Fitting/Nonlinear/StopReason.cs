namespace Isonomia.Numerics.Fitting.Nonlinear;

/// <summary>Why an iteration ended.</summary>
public enum StopReason
{
    /// <summary>The sum of squares settled: actual and predicted reductions fell below the tolerance.</summary>
    CostSettled,

    /// <summary>The parameters settled: the step fell below the tolerance.</summary>
    ParametersSettled,

    /// <summary>The gradient vanished, except where it presses parameters against their bounds.</summary>
    GradientVanished,

    /// <summary>No step, however short, lowers the sum of squares: it is at its minimum to rounding.</summary>
    NoDescent,

    /// <summary>The iterations allowed were used up.</summary>
    IterationLimit,

    /// <summary>Residuals or derivatives are not finite where the iteration stands.</summary>
    NotFinite,
}
