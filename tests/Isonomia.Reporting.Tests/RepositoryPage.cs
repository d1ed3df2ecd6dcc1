namespace Isonomia.Reporting.Tests;

/// <summary>Finds pages of the documentation from where the tests run.</summary>
internal static class RepositoryPage
{
    /// <summary>Where a page of <c>docs/</c> is.</summary>
    public static string Path(string page)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Isonomia.slnx")))
                return System.IO.Path.Combine(folder.FullName, "docs", page);
        }

        throw new DirectoryNotFoundException("no folder above holds Isonomia.slnx");
    }
}
