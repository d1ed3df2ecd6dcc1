namespace Isonomia.Inference.Sampling;

/// <summary>A place with a momentum, on a trajectory.</summary>
internal sealed class PhasePoint(int dimensions)
{
    public double[] Position { get; init; } = new double[dimensions];

    public double[] Momentum { get; init; } = new double[dimensions];

    public double[] Slope { get; init; } = new double[dimensions];

    /// <summary>The logarithm of the density.</summary>
    public double Log { get; set; }

    public double Energy
    {
        get
        {
            var kinetic = 0.0;
            foreach (var p in Momentum)
                kinetic += p * p / 2;
            return kinetic - Log;
        }
    }

    /// <summary>The same place, with a momentum of its own.</summary>
    public PhasePoint Copy() => new(0)
    {
        Position = Position,
        Momentum = (double[])Momentum.Clone(),
        Slope = Slope,
        Log = Log,
    };
}
