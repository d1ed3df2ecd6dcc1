using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Validation.Recovering;

/// <summary>What estimators are tried on: signals of a recording, or spikes.</summary>
public abstract record RecoverySubject
{
    private RecoverySubject()
    {
    }

    /// <summary>One signal, in microvolts.</summary>
    /// <param name="samplingRate">Samples per second, in Hz.</param>
    /// <param name="samples">The samples.</param>
    public static RecoverySubject Of(double samplingRate, double[] samples) => new Signals(samplingRate, [samples]);

    /// <summary>Signals that share a clock.</summary>
    /// <param name="SamplingRate">Samples per second, in Hz.</param>
    /// <param name="Samples">The samples of each; equally many.</param>
    public sealed record Signals(double SamplingRate, IReadOnlyList<double[]> Samples) : RecoverySubject
    {
        /// <summary>What kind of channels they are.</summary>
        public ChannelType Type { get; init; } = ChannelType.Eeg;

        /// <summary>Their unit.</summary>
        public string Unit { get; init; } = "uV";

        /// <summary>What is marked in them.</summary>
        public IReadOnlyList<SignalEvent> Events { get; init; } = [];
    }

    /// <summary>Spikes of a population.</summary>
    /// <param name="Trains">The times of each unit's spikes in seconds, ascending.</param>
    /// <param name="Seconds">How long was recorded.</param>
    public sealed record Spikes(IReadOnlyList<double[]> Trains, double Seconds) : RecoverySubject;
}
