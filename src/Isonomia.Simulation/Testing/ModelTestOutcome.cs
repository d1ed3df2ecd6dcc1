using Isonomia.Modeling.Models;

namespace Isonomia.Simulation.Testing;

/// <summary>What came of one expectation of a test.</summary>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What was found, in SI base units; NaN where there is no such number (no spike, no
/// interval).</param>
public sealed record ModelTestOutcome(Expectation Expected, double Found)
{
    /// <summary>Whether it lies in the range.</summary>
    public bool Passed => Found >= Expected.Low && Found <= Expected.High;
}
