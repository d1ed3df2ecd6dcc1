using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Networks;

/// <summary>The library's sparse network of Brunel at any strength of inhibition and input.</summary>
internal static class BrunelNetwork
{
    /// <summary>Simulated seconds left out at the start.</summary>
    public const double Settling = 0.2;

    /// <summary>Runs it.</summary>
    /// <param name="run">The rung it is run for.</param>
    /// <param name="g">Strength of inhibition.</param>
    /// <param name="eta">Input over what reaches threshold.</param>
    /// <param name="network">Which of several networks.</param>
    /// <param name="seconds">How long, with the start.</param>
    /// <param name="from">The share of the rung that is done before.</param>
    /// <param name="to">The share that is done after.</param>
    /// <param name="stepMs">The time step in milliseconds.</param>
    public static SpikeRecord Run(
        RungRun run, double g, double eta, int network, double seconds, double from = 0, double to = 0,
        double stepMs = 0.1)
    {
        var circuit = LibraryCircuit.Named(
            "brunel2000", ("parameters.g", $"{g}"), ("parameters.eta", $"{eta}"), ("dt", $"{stepMs} ms"));
        return SpikeRecord.Of(LibraryCircuit.Run(circuit, run.Seed + network, run, seconds, from, to), Settling);
    }
}
