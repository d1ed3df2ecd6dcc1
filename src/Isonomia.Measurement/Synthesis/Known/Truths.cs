using Isonomia.Measurement.Synthesis.Disturbing;

namespace Isonomia.Measurement.Synthesis.Known;

/// <summary>Works out what is true of the finished mixture.</summary>
internal sealed class Truths(VirtualIndividual individual, Head head)
{
    public Truth Of(double[][] background, Source[] rhythms, IReadOnlyList<Artefact> artefacts)
    {
        var aperiodic = individual.Background;
        return new Truth(
            aperiodic.Exponent,
            aperiodic.KneeHz > 0 ? aperiodic.KneeHz : null,
            [.. individual.Electrodes.Select((name, i) => Electrode(name, i, background, rhythms))],
            individual.Rhythms,
            individual.BadElectrode?.Name,
            individual.Line?.FrequencyHz,
            artefacts);
    }

    private ElectrodeTruth Electrode(string name, int electrode, double[][] background, Source[] rhythms)
    {
        // Independent sources of one spectrum: their mixture has that spectrum times the sum of squared gains. Of its
        // own, local background an electrode keeps 1 - 1/n through the average reference, others' included.
        var power = background.Sum(g => g[electrode] * g[electrode])
            + individual.Background.Local * (1 - 1.0 / head.Good);
        var seen = individual.Rhythms.Select((rhythm, i) =>
        {
            var area = Math.Pow(rhythms[i].Gains[electrode], 2);
            var peak = area / (rhythm.BandwidthHz / 2 * Math.Sqrt(2 * Math.PI));
            var floor = power * individual.Background.Density(rhythm.FrequencyHz);
            return new RhythmTruth(rhythm, area, Math.Log10(1 + peak / floor));
        });
        return new ElectrodeTruth(
            name, !head.IsGood(electrode), individual.Background.Offset + Math.Log10(power), [.. seen]);
    }
}
