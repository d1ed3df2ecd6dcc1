namespace Isonomia.Numerics.Fitting;

/// <summary>How a robust regression weighs a residual of u tuned scales.</summary>
public enum RobustWeight
{
    /// <summary>Tukey's bisquare: (1 - u^2)^2 for |u| below 1, else 0: gross outliers do not count.</summary>
    Bisquare,

    /// <summary>Huber's: 1 for |u| up to 1, else 1/|u|: outliers pull, with bounded force.</summary>
    Huber,
}
