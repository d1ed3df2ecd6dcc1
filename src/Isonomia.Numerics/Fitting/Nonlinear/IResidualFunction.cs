namespace Isonomia.Numerics.Fitting.Nonlinear;

/// <summary>
/// Residuals that depend on a few parameters. Implement it with a struct (a ref struct, if it reads spans): the
/// fitting code is then compiled for it, without calls through interfaces.
/// </summary>
public interface IResidualFunction
{
    /// <summary>Parameters to be found.</summary>
    int ParameterCount { get; }

    /// <summary>Residuals, at least one.</summary>
    int ResidualCount { get; }

    /// <summary>Computes the residuals, model minus data (or data minus model, consistently).</summary>
    /// <param name="parameters">The parameters, <see cref="ParameterCount"/> of them.</param>
    /// <param name="residuals">Receives <see cref="ResidualCount"/> residuals; values that are not finite are taken
    /// as an infinitely bad fit.</param>
    void Evaluate(scoped ReadOnlySpan<double> parameters, scoped Span<double> residuals);
}
