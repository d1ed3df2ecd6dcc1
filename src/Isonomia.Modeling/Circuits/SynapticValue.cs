namespace Isonomia.Modeling.Circuits;

/// <summary>
/// The weights or delays of a projection, in SI base units: drawn for each synapse, then limited.
/// </summary>
public abstract record SynapticValue
{
    private SynapticValue()
    {
    }

    /// <summary>The smallest allowed value; minus infinity without a limit.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The largest allowed value; infinity without a limit.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>What is done with a value beyond a limit.</summary>
    public LimitRule Limit { get; init; }

    /// <summary>The same for all synapses.</summary>
    public sealed record Constant(double Value) : SynapticValue;

    /// <summary>Normal of that mean and standard deviation.</summary>
    public sealed record Normal(double Mean, double StandardDeviation) : SynapticValue;

    /// <summary>Log-normal: exp of a normal; its median, and the standard deviation of its logarithm.</summary>
    public sealed record LogNormal(double Median, double Sigma) : SynapticValue;

    /// <summary>Uniform on [Low, High).</summary>
    public sealed record Uniform(double Low, double High) : SynapticValue;

    /// <summary>Low + (High - Low) x kernel(distance).</summary>
    public sealed record OfDistance(DistanceKernel Kernel, double Low, double High, double Width) : SynapticValue;

    /// <summary>Distance divided by a velocity (m/s), plus an offset in seconds: delays of conduction.</summary>
    public sealed record Conduction(double Offset, double Velocity) : SynapticValue;
}
