using Isonomia.Measurement.Biomarkers;
using Isonomia.Reporting.Reference;
using Isonomia.Reporting.Validation;

namespace Isonomia.Reporting.Tests.Reference;

/// <summary>
/// The documentation holds what the library says. Where it does not, <c>ISONOMIA_WRITE_DOCS=true ./test</c> rewrites
/// it.
/// </summary>
public class ReferenceMarkdownTests
{
    [Fact]
    public void The_reference_of_biomarkers_is_that_of_the_library() =>
        Same("biomarkers.md", "library", ReferenceMarkdown.Biomarkers());

    [Fact]
    public void The_table_of_settings_is_that_of_the_library() =>
        Same("measure.md", "settings", ReferenceMarkdown.Settings());

    [Fact]
    public void Every_biomarker_names_its_source_with_a_doi_and_what_makes_it_misleading()
    {
        var definitions = BiomarkerLibrary.Descriptions.Select(b => b.Definition).ToArray();
        Assert.All(definitions, d => Assert.Contains("doi:10.", d.Source, StringComparison.Ordinal));
        Assert.All(definitions, d => Assert.NotEmpty(d.Caution));
    }

    private static void Same(string document, string part, string made)
    {
        var path = RepositoryPage.Path(document);
        var text = File.ReadAllText(path);
        var fresh = MarkdownText.Replace(text, part, made);
        if (Environment.GetEnvironmentVariable("ISONOMIA_WRITE_DOCS") == "true")
            File.WriteAllText(path, text = fresh);
        Assert.True(
            text == fresh,
            $"docs/{document} is not what the library says; ISONOMIA_WRITE_DOCS=true ./test rewrites it");
    }
}
