using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>What was done to the recording, step by step, and everything needed to do it again.</summary>
internal static class PipelineSection
{
    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var (steps, provenance) = (findings.Measurement.Steps, findings.Measurement.Provenance);
        Section.Open(page, "pipeline", "Pipeline and provenance");
        if (steps.Count == 0)
        {
            page.AddRaw("<p>No preprocessing: the signals were measured as recorded.</p>");
        }
        else
        {
            page.AddRaw("<table class=\"words\"><thead><tr><th>Step</th><th>With</th><th>What came of it</th></tr>"
                + "</thead><tbody>");
            foreach (var step in steps)
            {
                var parameters = string.Join(", ", step.Parameters.Select(p => $"{p.Key} = {p.Value}"));
                page.Add($"<tr><th scope=\"row\">{step.Name}</th><td>{parameters}</td><td>{step.Outcome}</td></tr>");
            }

            page.AddRaw("</tbody></table>");
        }

        page.AddRaw("<dl>");
        page.Add($"<dt>Version</dt><dd>isonomia {provenance.Version}</dd>");
        page.Add($"<dt>Command</dt><dd><code>{provenance.Command}</code></dd>");
        page.Add($"<dt>Measured</dt><dd>{provenance.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss")} UTC</dd>");
        page.Add($"<dt>Input</dt><dd>{findings.Measurement.Recording.Path}");
        if (provenance.InputSha256.Length > 0)
            page.Add($"<br/><code>SHA-256 {provenance.InputSha256}</code>");
        page.AddRaw("</dd>");
        page.AddRaw("</dl>");
        if (provenance.Parameters.Count > 0)
        {
            page.AddRaw("<h3>Settings</h3><div class=\"settings\">");
            foreach (var (key, value) in provenance.Parameters)
                page.Add($"<div><code>{key}</code> {value}</div>");
            page.AddRaw("</div>");
        }

        Section.Close(page);
    }
}
