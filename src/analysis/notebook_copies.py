"""Copies of the notebooks to work in by hand, with headings in the language of their reader."""

from __future__ import annotations

from pathlib import Path


def copy_notebooks(folder: str | Path, language: str = "en") -> list[Path]:
    """Copy the notebooks that come with Naba into a folder, for JupyterLab.

    Their headings and their parameter ``LANG``, and with it figures, menus and the reader, are in `language`.

    Parameters
    ----------
    folder : str or Path
        Made if it is not there.
    language : {"en", "ar"}

    Returns
    -------
    list of Path
        The copies.

    Raises
    ------
    ValueError
        For another language.
    FileExistsError
        If one of them is there already: it may hold work of yours.
    """
    import nbformat

    from .display.language import say_headings, speaking
    from .notebooks import find_notebooks

    kept = {Path(folder) / path.name: path for path in find_notebooks()}
    with speaking(language):
        if there := [str(copy) for copy in kept if copy.exists()]:
            raise FileExistsError(f"{', '.join(there)}: there already; give another folder")
        Path(folder).mkdir(parents=True, exist_ok=True)
        for copy, path in kept.items():
            notebook = nbformat.read(path, as_version=4)
            for cell in notebook.cells:
                if cell.cell_type == "markdown":
                    cell.source = say_headings(cell.source)
                elif "parameters" in cell.metadata.get("tags", []):
                    cell.source = cell.source.replace('LANG = "en"', f'LANG = "{language}"')
            nbformat.write(notebook, copy)
    return [*kept]
