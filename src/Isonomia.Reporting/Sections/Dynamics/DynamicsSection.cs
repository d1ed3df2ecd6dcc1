using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections.Dynamics;

/// <summary>
/// The course of rhythms' amplitudes: detrended fluctuation analysis and functional E/I, band by band.
/// </summary>
internal static class DynamicsSection
{
    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        if (!findings.Good.Any(c => c.Find<DetrendedFluctuationResult>() is not null
            || c.Find<FunctionalRatioResult>() is not null))
            return;
        Section.Open(page, "dynamics", "Dynamics of amplitude");
        FluctuationFigure.Write(page, findings);
        RatioFigure.Write(page, findings);
        Section.Close(page);
    }
}
